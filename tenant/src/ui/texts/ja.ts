import { html } from '../html.ts';
import type { Texts } from './en.ts';

export const ja: Texts = {
  language: 'ja',
  direction: 'ltr',
  banner: {
    madeUp: 'ここにあるアカウントはすべて架空のものです。',
    workbench: 'ワークベンチ',
  },
  common: {
    continue: '続ける',
    continueTo: (app) => `${app} に進みます`,
    email: 'メールアドレス',
    notAnEmail: (typed) =>
      typed === ''
        ? 'メールアドレスを入力してください。'
        : `「${typed}」はメールアドレスではありません。`,
    phone: '電話番号',
    country: '国または地域',
    phoneHint: '国を選ぶか、国番号から入力してください（例：+81 3 1234 5678）。',
    notAPhone: (typed) =>
      typed === ''
        ? '国番号から始まる電話番号を入力してください（例：+81 3 1234 5678）。'
        : `「${typed}」は国番号から始まる電話番号ではありません（例：+81 3 1234 5678）。`,
    password: 'パスワード',
    showPassword: 'パスワードを表示',
    hidePassword: 'パスワードを非表示',
    name: '名前',
    username: 'ユーザー名',
    signIn: 'サインイン',
    signUp: 'アカウントを作成',
    backToSignIn: 'サインインに戻る',
    nobodyNew: 'ここでは新しいアカウントを作成できません。',
    closeWindow: 'このウィンドウを閉じてかまいません。',
    openApp: (app) => `${app} を開く`,
    backTo: (app) => `${app} に戻る`,
  },
  signIn: {
    title: (app) => `${app} にサインイン`,
    or: 'または次の方法で続ける',
    with: (provider) => `${provider} で続ける`,
    forgot: 'パスワードをお忘れですか？',
    newHere: '初めてご利用ですか？',
    wrong: 'メールアドレスまたはパスワードが正しくありません。',
    tooMany:
      'パスワードを間違えた回数が多すぎます。新しいパスワードを設定してから、もう一度お試しください。',
    leaked:
      'このパスワードはほかのサービスで漏えいしているため、ここでは使えません。新しいパスワードを設定してから、もう一度お試しください。',
    setNew: '新しいパスワードを設定',
  },
  test: {
    people: 'テストユーザー',
    choose: '選ぶとフォームに入力されます',
    inbox: '受信トレイ',
    edit: 'ユーザーを編集',
    reset: 'テナントをリセット',
    message: '届いたメッセージ',
    fillIn: (code) => `${code} を入力`,
    noMessage: 'メッセージは届いていません。',
  },
  signUp: {
    haveAccount: 'すでにアカウントをお持ちですか？',
    exists: 'このアドレスのアカウントはすでにあります。代わりにサインインしてください。',
    nameTaken: (name) => `ユーザー名「${name}」はすでに使われています。`,
    nameTooLong: (name) => `ユーザー名「${name}」は長すぎます。`,
  },
  passwords: {
    rules: {
      none: 'どのようなパスワードでも使えます。',
      low: '6 文字以上で入力してください。',
      fair: '小文字、大文字、数字を含む 8 文字以上で入力してください。',
      good: '小文字、大文字、数字、記号のうち 3 種類を含む 8 文字以上で入力してください。',
      excellent:
        '小文字、大文字、数字、記号のうち 3 種類を含む 10 文字以上で入力してください。同じ文字を 3 回以上続けることはできません。',
    },
    weak: 'このパスワードは弱すぎます。',
    common: 'このパスワードはよく使われていて、推測されやすいものです。',
    personal: 'このパスワードには、あなたの名前またはアドレスが含まれています。',
  },
  forgot: {
    title: 'パスワードをお忘れですか？',
    lead: '新しいパスワードを設定するためのリンクをお送りします。',
    sentTitle: 'メールをご確認ください',
    sent: (email) =>
      html`<strong>${email}</strong>
        のアカウントがある場合は、新しいパスワードを設定するためのリンクをお送りしました。`,
  },
  reset: {
    title: '新しいパスワードを設定',
    for: (account) => `${account} のパスワード`,
    label: '新しいパスワード',
    button: 'パスワードを設定',
    doneTitle: 'パスワードを変更しました',
    done: 'アプリケーションに戻り、新しいパスワードでサインインしてください。',
  },
  verified: {
    title: 'メールアドレスを確認しました',
    done: 'メールアドレスの確認が済みました。アプリケーションを引き続きご利用いただけます。',
  },
  code: {
    addressTitle: 'コードでサインイン',
    title: 'コードを入力',
    sent: (length, address, app) =>
      html`<strong>${address}</strong> に ${length} 桁のコードを送信しました。${app}
        に進むためだけに使い、誰にも教えないでください。`,
    label: 'コード',
    verify: '確認',
    again: 'もう一度送信',
    sentAgain: '新しいコードを送信しました。',
    anotherPhone: '別の電話番号を使う',
    anotherEmail: '別のメールアドレスを使う',
    notDigits: 'メッセージに記載された数字を入力してください。',
    wrong: 'コードが正しくありません。最新のメッセージに記載されたコードをお使いください。',
    expired: 'そのコードは期限切れです。新しいコードを送信してください。',
    tooMany: 'コードを 3 回間違えました。新しいコードを送信してください。',
    tooManySent: 'ここから送信したコードが多すぎます。1 時間待ってから、もう一度お試しください。',
  },
  provider: {
    title: (provider) => `${provider} でサインイン`,
    lead: (provider, app) =>
      `これは ${provider} の代わりのページです。${app} を誰として使いますか？`,
    accounts: 'アカウント',
    continueAs: (account) => html`${account} として続ける`,
    noName: '名前なし',
    noEmail: 'メールアドレスなし',
    verified: 'メールアドレス確認済み',
    notVerified: 'メールアドレス未確認',
    newcomer: '新しいユーザー',
    fill: '自動で入力',
    isVerified: 'メールアドレスは確認済み',
    add: 'アカウントを追加',
    deny: '拒否',
    enterName: '名前を入力してください。',
    shorterName: 'もっと短い名前を入力してください。',
    there: (email) => `${email} はすでに一覧にあります。`,
  },
  consent: {
    title: (app) => `${app} を許可`,
    lead: (account, app) =>
      html`<strong>${account}</strong> としてサインインしています。${app} は次の許可を求めています：`,
    list: '求められている許可',
    accept: '許可',
    decline: '拒否',
    scopes: {
      openid: 'あなたが誰であるかを知る',
      profile: '名前と写真を見る',
      email: 'メールアドレスを見る',
      phone: '電話番号を見る',
      offline_access: 'あなたがいない間もサインインしたままにする',
      'read:current_user': 'アカウントを読み取る',
      'update:current_user_identities': 'アカウントをリンクする、リンクを解除する',
      'create:current_user_metadata': '設定を追加する',
      'update:current_user_metadata': '設定を変更する',
      'delete:current_user_metadata': '設定を削除する',
    },
  },
  expected: {
    title: 'サインインしています',
    lead: '次にサインインする人はすでに決まっているため、入力は不要です。',
  },
  sameBrowser: {
    asks: (app) => `このブラウザーで始めたかどうかを、テナントが ${app} に確認しています。`,
    instead: '代わりにページでサインイン',
  },
  signOut: {
    title: 'サインアウト',
    heading: 'サインアウトしますか？',
    lead: 'その後は、ここでもう一度サインインする必要があります。',
    doneTitle: 'サインアウトしました',
  },
  errors: {
    nothingHere: [
      'ここには何もありません',
      (path) => `ローカルテナントに ${path} のページはありません。`,
    ],
    unknownApplication: [
      '不明なアプリケーション',
      (id) =>
        `クライアント ID「${id}」のアプリケーションはここにはありません。アプリケーションが送る client_id をご確認ください。`,
    ],
    callbackMismatch: [
      'コールバック URL が一致しません',
      (address) =>
        `「${address}」は、このアプリケーションが使えるコールバック URL ではありません。使えるのは次のとおりです：`,
    ],
    originNotAllowed: [
      '許可されていないオリジン',
      (origin) =>
        `「${origin}」は、このアプリケーションが使えるオリジンではありません。使えるのは次のとおりです：`,
    ],
    logoutMismatch: [
      'サインアウト URL が一致しません',
      (address) =>
        `「${address}」は、許可されたサインアウト URL ではありません。使えるのは次のとおりです：`,
    ],
    hintNotOurs: [
      'サインアウトできません',
      () => 'id_token_hint は、このテナントの ID トークンではありません。',
    ],
    hintOfAnother: [
      'サインアウトできません',
      (id) => `client_id「${id}」は、id_token_hint のものと一致しません。`,
    ],
    signInEnded: [
      'このサインインは終了しました',
      () =>
        'すでに完了したか、時間が経ちすぎました。アプリケーションに戻って、もう一度始めてください。',
    ],
    otherBrowser: [
      '別のブラウザーで始められました',
      () =>
        'このサインインは、始めたときのブラウザーでのみ続けられます。そちらでアプリケーションに戻ってください。',
    ],
    otherMethod: [
      'このサインインでは使えません',
      () =>
        'このサインインは別の方法で始められました。アプリケーションに戻って、選び直してください。',
    ],
    linkEnded: [
      'このリンクは使えません',
      () =>
        'すでに使われたか、古すぎます。アプリケーションに戻って、新しいリンクを取得してください。',
    ],
    verifiedOnce: [
      'メールアドレスを確認できませんでした',
      () => 'このリンクは一度しか使えません。',
    ],
    verifiedWrong: [
      'メールアドレスを確認できませんでした',
      () => 'アカウントが存在しないか、アドレスが変更されています。',
    ],
    verifiedLate: [
      'メールアドレスを確認できませんでした',
      () => 'リンクの有効期限が切れています。',
    ],
    verifiedAlready: ['メールアドレスを確認できませんでした', () => 'すでに確認済みです。'],
    noSuchAccount: [
      'そのアカウントはありません',
      (provider) => `${provider} にそのアカウントはありません。`,
    ],
    nobodyExpected: [
      'サインインする人が決まっていません',
      () => 'アプリケーションに戻って、もう一度始めてください。',
    ],
    noAnswer: ['回答がありません', () => '「許可」または「拒否」が選ばれていません。'],
    otherDevice: [
      '始めた場所でリンクを開いてください',
      () =>
        'リンクは、メールアドレスを入力したときと同じ端末、同じブラウザーで開く必要があります。そちらでもう一度始めてください。',
    ],
    notFromHere: [
      'ここからは送信できません',
      (origin) => `${origin} のページから、これをテナントに送信することはできません。`,
    ],
  },
};
