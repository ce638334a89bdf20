import { html } from '../html.ts';
import type { Texts } from './en.ts';

export const es: Texts = {
  language: 'es',
  direction: 'ltr',
  banner: {
    madeUp: 'Todas las cuentas de aquí son inventadas.',
    workbench: 'Banco de trabajo',
  },
  common: {
    continue: 'Continuar',
    continueTo: (app) => `para continuar a ${app}`,
    email: 'Correo electrónico',
    notAnEmail: (typed) =>
      typed === ''
        ? 'Escriba una dirección de correo electrónico.'
        : `«${typed}» no es una dirección de correo electrónico.`,
    phone: 'Número de teléfono',
    country: 'País o región',
    phoneHint: 'Elija el país, o escriba el número con su prefijo, como +34 912 345 678.',
    notAPhone: (typed) =>
      typed === ''
        ? 'Escriba un número de teléfono con el prefijo del país, como +34 912 345 678.'
        : `«${typed}» no es un número de teléfono con el prefijo del país, como +34 912 345 678.`,
    password: 'Contraseña',
    showPassword: 'Mostrar la contraseña',
    hidePassword: 'Ocultar la contraseña',
    name: 'Nombre',
    username: 'Nombre de usuario',
    signIn: 'Iniciar sesión',
    signUp: 'Crear una cuenta',
    backToSignIn: 'Volver al inicio de sesión',
    nobodyNew: 'Aquí no se pueden crear cuentas nuevas.',
    closeWindow: 'Puede cerrar esta ventana.',
    openApp: (app) => `Abrir ${app}`,
    backTo: (app) => `Volver a ${app}`,
  },
  signIn: {
    title: (app) => `Iniciar sesión en ${app}`,
    or: 'o continúe con',
    with: (provider) => `Continuar con ${provider}`,
    forgot: '¿Ha olvidado la contraseña?',
    newHere: '¿Es su primera vez?',
    wrong: 'El correo electrónico o la contraseña no son correctos.',
    tooMany: 'Demasiadas contraseñas incorrectas. Establezca una nueva y vuelva a intentarlo.',
    leaked:
      'Esta contraseña se filtró en otro sitio, por lo que aquí ya no sirve. Establezca una nueva y vuelva a intentarlo.',
    setNew: 'Establecer una contraseña nueva',
  },
  test: {
    people: 'Personas de prueba',
    choose: 'Elija una para rellenar el formulario',
    inbox: 'Bandeja de entrada',
    edit: 'Editar personas',
    reset: 'Restablecer el tenant',
    message: 'El mensaje que ha llegado',
    fillIn: (code) => `Rellenar con ${code}`,
    noMessage: 'No ha llegado ningún mensaje.',
  },
  signUp: {
    haveAccount: '¿Ya tiene una cuenta?',
    exists: 'Ya existe una cuenta con esta dirección. Inicie sesión con ella.',
    nameTaken: (name) => `Otra persona ya usa el nombre de usuario «${name}».`,
    nameTooLong: (name) => `El nombre de usuario «${name}» es demasiado largo.`,
  },
  passwords: {
    rules: {
      none: 'Vale cualquier contraseña.',
      low: 'Seis caracteres como mínimo.',
      fair: 'Ocho caracteres como mínimo, con minúsculas, mayúsculas y cifras.',
      good: 'Ocho caracteres como mínimo, de tres de estos tipos: minúsculas, mayúsculas, cifras, signos.',
      excellent:
        'Diez caracteres como mínimo, de tres de estos tipos: minúsculas, mayúsculas, cifras, signos. Ningún carácter más de dos veces seguidas.',
    },
    weak: 'Esta contraseña es demasiado débil.',
    common: 'Esta contraseña es demasiado común: es de las primeras que se prueban.',
    personal: 'Esta contraseña contiene su nombre o su dirección.',
  },
  forgot: {
    title: '¿Ha olvidado la contraseña?',
    lead: 'Le enviamos un enlace para establecer una nueva.',
    sentTitle: 'Revise su correo',
    sent: (email) =>
      html`Si <strong>${email}</strong> tiene una cuenta, un enlace para establecer una contraseña
        nueva va en camino.`,
  },
  reset: {
    title: 'Establecer una contraseña nueva',
    for: (account) => `para ${account}`,
    label: 'Contraseña nueva',
    button: 'Establecer la contraseña',
    doneTitle: 'Contraseña cambiada',
    done: 'Vuelva a la aplicación e inicie sesión con la contraseña nueva.',
  },
  verified: {
    title: 'Correo electrónico verificado',
    done: 'Su correo electrónico está verificado. Puede seguir usando la aplicación.',
  },
  code: {
    addressTitle: 'Iniciar sesión con un código',
    title: 'Escriba el código',
    sent: (length, address, app) =>
      html`Hemos enviado un código de ${length} cifras a <strong>${address}</strong>. Úselo solo
        para continuar a ${app}, y no se lo diga a nadie.`,
    label: 'Código',
    verify: 'Verificar',
    again: 'Enviar de nuevo',
    sentAgain: 'Un código nuevo va en camino.',
    anotherPhone: 'Usar otro número de teléfono',
    anotherEmail: 'Usar otro correo electrónico',
    notDigits: 'Escriba las cifras del mensaje.',
    wrong: 'Ese código no es correcto. Use el del mensaje más reciente.',
    expired: 'Ese código ha caducado. Solicite uno nuevo.',
    tooMany: 'Ha fallado tres veces. Solicite un código nuevo.',
    tooManySent:
      'Se han pedido demasiados códigos desde aquí. Espere una hora y vuelva a intentarlo.',
  },
  provider: {
    title: (provider) => `Iniciar sesión con ${provider}`,
    lead: (provider, app) =>
      `Esta página hace las veces de ${provider}. ¿Quién quiere ser en ${app}?`,
    accounts: 'Cuentas',
    continueAs: (account) => html`Continuar como ${account}`,
    noName: 'Sin nombre',
    noEmail: 'sin correo',
    verified: 'correo verificado',
    notVerified: 'correo sin verificar',
    newcomer: 'Alguien nuevo',
    fill: 'Rellenar por mí',
    isVerified: 'El correo está verificado',
    add: 'Añadir la cuenta',
    deny: 'Rechazar',
    enterName: 'Escriba un nombre.',
    shorterName: 'Escriba un nombre más corto.',
    there: (email) => `${email} ya está en la lista.`,
  },
  consent: {
    title: (app) => `Autorizar a ${app}`,
    lead: (account, app) =>
      html`Ha iniciado sesión como <strong>${account}</strong>. ${app} quiere:`,
    list: 'Lo que pide la aplicación',
    accept: 'Aceptar',
    decline: 'Rechazar',
    scopes: {
      openid: 'saber quién es usted',
      profile: 'ver su nombre y su foto',
      email: 'ver su correo electrónico',
      phone: 'ver su número de teléfono',
      offline_access: 'mantener la sesión cuando usted no esté',
      'read:current_user': 'leer su cuenta',
      'update:current_user_identities': 'vincular cuentas a la suya y desvincularlas',
      'create:current_user_metadata': 'añadir ajustes',
      'update:current_user_metadata': 'cambiar sus ajustes',
      'delete:current_user_metadata': 'eliminar sus ajustes',
    },
  },
  expected: {
    title: 'Iniciando sesión',
    lead: 'Ya se ha decidido quién inicia sesión ahora, así que no se pregunta a nadie.',
  },
  sameBrowser: {
    asks: (app) => `El tenant pregunta a ${app} si este es el navegador en el que se empezó.`,
    instead: 'Iniciar sesión en una página',
  },
  signOut: {
    title: 'Cerrar sesión',
    heading: '¿Cerrar sesión?',
    lead: 'Después tendrá que volver a iniciar sesión aquí.',
    doneTitle: 'Sesión cerrada',
  },
  errors: {
    nothingHere: [
      'Aquí no hay nada',
      (path) => `El tenant local no tiene ninguna página en ${path}.`,
    ],
    unknownApplication: [
      'Aplicación desconocida',
      (id) =>
        `Ninguna aplicación tiene aquí el ID de cliente «${id}». Compruebe el client_id que envía la aplicación.`,
    ],
    callbackMismatch: [
      'URL de retorno incorrecta',
      (address) =>
        `«${address}» no es una de las URL de retorno que esta aplicación puede usar. Son estas:`,
    ],
    originNotAllowed: [
      'Origen no permitido',
      (origin) =>
        `«${origin}» no es uno de los orígenes web que esta aplicación puede usar. Son estos:`,
    ],
    logoutMismatch: [
      'URL de cierre de sesión incorrecta',
      (address) => `«${address}» no es una de las URL de cierre de sesión permitidas. Son estas:`,
    ],
    hintNotOurs: [
      'Cierre de sesión rechazado',
      () => 'El id_token_hint no es un token de identidad de este tenant.',
    ],
    hintOfAnother: [
      'Cierre de sesión rechazado',
      (id) => `El client_id «${id}» no es el del id_token_hint.`,
    ],
    signInEnded: [
      'Este inicio de sesión ha terminado',
      () =>
        'Se completó, o estuvo abierto demasiado tiempo. Vuelva a la aplicación y empiece de nuevo.',
    ],
    otherBrowser: [
      'Empezado en otro navegador',
      () =>
        'Este inicio de sesión pertenece al navegador en el que empezó. Vuelva allí a la aplicación.',
    ],
    otherMethod: [
      'No para este inicio de sesión',
      () =>
        'Este inicio de sesión empezó con otro método. Vuelva a la aplicación y elija de nuevo.',
    ],
    linkEnded: [
      'Este enlace ya no sirve',
      () => 'Ya se ha usado o es demasiado antiguo. Vuelva a la aplicación y solicite otro.',
    ],
    verifiedOnce: [
      'Su correo electrónico no se ha verificado',
      () => 'Este enlace solo puede usarse una vez.',
    ],
    verifiedWrong: [
      'Su correo electrónico no se ha verificado',
      () => 'La cuenta no existe, o ahora tiene otra dirección.',
    ],
    verifiedLate: ['Su correo electrónico no se ha verificado', () => 'Este enlace ha caducado.'],
    verifiedAlready: ['Su correo electrónico no se ha verificado', () => 'Ya estaba verificado.'],
    noSuchAccount: ['No existe esa cuenta', (provider) => `${provider} no tiene esa cuenta.`],
    nobodyExpected: ['No se espera a nadie', () => 'Vuelva a la aplicación y empiece de nuevo.'],
    noAnswer: ['Sin respuesta', () => 'La página se envió sin «Aceptar» ni «Rechazar».'],
    otherDevice: [
      'Abra el enlace donde empezó',
      () =>
        'El enlace debe abrirse en el mismo dispositivo y navegador en los que escribió su correo electrónico. Empiece de nuevo allí.',
    ],
    notFromHere: [
      'No desde aquí',
      (origin) => `Una página de ${origin} no puede enviar esto al tenant.`,
    ],
  },
};
