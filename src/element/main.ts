import { LigatureAccountElement } from './ligature-account-element';

// A page may have the script twice.
if (customElements.get('ligature-account') === undefined) {
  customElements.define('ligature-account', LigatureAccountElement);
}
