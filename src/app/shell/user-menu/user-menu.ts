import { Component, inject, input, output } from '@angular/core';
import { ChevronDown, ExternalLink } from 'lucide';

import { supportAddress } from '../../identity/support';
import { Avatar } from '../../linking/ui/accounts/avatar';
import { Icon } from '../../linking/ui/icon';
import { SUPPORT } from '../../linking/notices/support';
import { Help } from '../../linking/notices/help/help';
import { Afresh } from '../../page-translation/afresh';
import type { User } from '../../session/user/user';
import { LanguageSelect } from './language-select';
import { ThemeChoice, themes, type Theme } from './theme-choice';

/** Says who is signed in, and folds away what they can choose for themselves and the way out. */
@Component({
  selector: 'app-user-menu',
  imports: [Afresh, Avatar, Icon, LanguageSelect],
  templateUrl: './user-menu.html',
  styleUrl: './user-menu.scss',
})
export class UserMenu {
  readonly user = input.required<User>();
  readonly signOut = output();

  protected readonly help = inject(Help);
  protected readonly theme = inject(ThemeChoice);
  protected readonly support = inject(SUPPORT);
  protected readonly supportAddress = supportAddress;
  protected readonly leaves = ExternalLink;
  protected readonly arrow = ChevronDown;
  protected readonly themes = themes;
  protected readonly themeNames: Readonly<Record<Theme, string>> = {
    system: $localize`Auto`,
    light: $localize`Light`,
    dark: $localize`Dark`,
  };
}
