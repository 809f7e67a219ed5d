# Words of the programming interface and of the pages made by the server:
# problems, refused fields, the page of an alert, formats of lists and times.
# The months and the title of the alerts are in portal.ftl.

## Problems: a title, and what to do now

error-not-found = No hay nada en esta dirección
error-not-found-detail = Compruebe la dirección o vuelva a empezar desde la página de inicio.
error-method-not-allowed = Esta acción no es posible en esta dirección
error-method-not-allowed-detail = Vuelva a la página anterior y use sus botones o enlaces.
error-unsupported-media-type = Este formato no se lee aquí
error-unsupported-media-type-detail = Envíe el contenido en uno de los formatos de la descripción de la API e indíquelo en «Content-Type».
error-invalid = Hay datos que corregir
error-invalid-detail = Corrija lo que se indica y vuelva a enviarlo.
error-too-large = Lo que envía es demasiado grande
error-too-large-detail = Envíe un archivo más pequeño o un texto más corto.
error-unauthorised = Debe iniciar sesión
error-unauthorised-detail = Inicie sesión y vuelva a intentarlo. Un programa debe enviar un token válido.
error-forbidden = No tiene acceso a esta acción
error-forbidden-detail = Pida acceso a la persona que gestiona las cuentas.
error-conflict = Esta acción ya no es posible
error-conflict-detail = La situación ha cambiado. Recargue la página y revísela antes de volver a intentarlo.
error-too-many = Demasiadas solicitudes en poco tiempo
error-too-many-detail = Espere un poco y vuelva a intentarlo.
error-unavailable = El servicio no responde en este momento
error-unavailable-detail = Vuelva a intentarlo dentro de unos instantes. ¿Está en peligro? Llame al 112 o al 101.
error-internal = Se ha producido un error por nuestra parte
error-internal-detail = Vuelva a intentarlo dentro de unos instantes. Si el error continúa, indíquenos el código del error. ¿Está en peligro? Llame al 112 o al 101.
error-request = Código del error
demonstration = Demostración: alertas y expedientes inventados

## Rules behind a refusal

rule-four-eyes = Usted ha escrito o cambiado este texto, o ha dado el acceso a quien lo escribió. Debe aprobarlo otra persona.
rule-token-of-approver = Esta persona puede aprobar alertas: solo ella puede crear un token a su nombre.
rule-role = Su cuenta no tiene la función necesaria. Pídala a la persona que gestiona las cuentas.
rule-form-expired = Este formulario ya no es válido. Recargue la página y vuelva a enviarlo.
rule-other-site = Esta solicitud viene de otro sitio y no se ha ejecutado. Vuelva a empezar desde nuestras páginas.
rule-alert-not-active = Esta alerta no está activa. Recargue la página para ver su estado.
rule-alert-not-draft = Esta alerta ya no es un borrador. Recargue la página para ver su estado.
rule-alert-not-open = Esta alerta ya no se puede cambiar. Si está activa, prepare una actualización.
rule-alert-not-submitted = Esta alerta no espera aprobación. Recargue la página para ver su estado.
rule-changed-meanwhile = Otra persona ha cambiado esta alerta entretanto. Recargue la página y revísela antes de volver a intentarlo.
rule-text-changed = El texto ha cambiado desde que lo leyó. Vuelva a leerlo antes de aprobarlo.
rule-cap-taken = Ya hay aquí un mensaje con este identificador, este remitente y esta hora de envío, con otro contenido. Dé un nuevo identificador al mensaje modificado y envíelo.
rule-too-many-origins = No podemos añadir este servicio de notificaciones en este momento. Pruebe con otro navegador o vuelva a intentarlo más tarde.
rule-update-other-status = Una actualización mantiene el tipo del primer mensaje: alerta real, o simulacro y prueba. Para otro tipo, cree una alerta nueva.

## Refused fields: what is wrong and how to mend it

fault-line = { $field } – { $fault }
fault-required = Este campo es obligatorio. Rellénelo.
fault-too-long = Este texto es demasiado largo: { $length } caracteres. Use { $most } como máximo.
fault-text-control = Este texto tiene un salto de línea o un carácter invisible que no se permite aquí. Bórrelo.
fault-choice-missing = No ha elegido nada. Elija una respuesta.
fault-value-unknown = Este valor no existe. Elija uno de la lista.
fault-language-unknown = Este idioma no está disponible aquí. Elija un idioma del portal.
fault-language-missing =
    { $lang ->
        [fr] Falta el texto en francés. Escríbalo o complete el escenario.
        [nl] Falta el texto en neerlandés. Escríbalo o complete el escenario.
       *[other] Falta el texto en este idioma: { $lang }. Escríbalo o complete el escenario.
    }
fault-scenario-unknown = El escenario «{ $value }» no existe. Elija uno de la lista.
fault-param-unknown = Este escenario no tiene este campo. Quítelo.
fault-metres = Escriba una distancia en metros: un número entero de 1 a 100 000.
fault-whole-number = Escriba un número entero de 0 a 10 000 000.
fault-time = Indique un día y una hora válidos, por ejemplo 2026-11-21T14:30.
fault-time-past = Este momento ya ha pasado. Elija uno posterior.
fault-time-far = El final está demasiado lejos. Elija uno dentro de los próximos 31 días.
fault-time-order = El inicio debe ser anterior al final. Cambie uno de los dos.
fault-status-not-issued = No se puede publicar un mensaje con este estado. Elija «{ status-actual }», «{ status-exercise }» o «{ status-test }».
fault-area-unknown = Este código no corresponde a ningún lugar de la Región. Use un código NIS, un código postal o el código de una zona de policía.
fault-area-missing = No se indica ningún lugar. Elija al menos un municipio o dibuje una zona.
fault-too-many-areas = Hay demasiados lugares. Deje menos o elija toda la Región.
fault-shape-too-few = Faltan puntos. Dibuje al menos tres esquinas y vuelva a la primera.
fault-shape-too-many = Este contorno tiene demasiados puntos. Simplifíquelo: 5000 puntos como máximo.
fault-shape-open = Este contorno no está cerrado. Termínelo con su primer punto.
fault-shape-crossed = Este contorno se cruza, se toca o no tiene superficie. Dibújelo de nuevo.
fault-shape-swapped = Las coordenadas están invertidas. Indique primero la latitud (unos 50,8) y después la longitud (unos 4,4).
fault-shape-outside = Este lugar no está en Bélgica. Compruebe las coordenadas.
fault-shape-radius = Este radio no es posible. Elija más de 0 y como máximo 50 kilómetros.
fault-shape-not-in-region = Esta zona no toca ningún municipio de la Región. Muévala o amplíela.
fault-point-needs-both = Falta la latitud o la longitud. Indique las dos o ninguna.
fault-degrees = Escriba un número decimal de grados, con un punto: por ejemplo, 50.8466.
fault-endpoint = La dirección de notificaciones de su navegador no es válida. Recargue la página y vuelva a intentarlo.
fault-endpoint-private = No podemos acceder a esta dirección de notificaciones en la internet pública. Pruebe con otro navegador.
fault-endpoint-other = Esta dirección de notificación no es la de esta suscripción. Cree una suscripción nueva para ella.
fault-key = Una clave de su navegador no es válida. Recargue la página y vuelva a intentarlo.
fault-receipt = Este recibo de prueba no es válido o tiene más de diez minutos. Repita la prueba.
fault-rehearsal-code = Este código de simulacro no es correcto. Pídalo a la persona que organiza el simulacro o deje el campo vacío para las alertas reales.
fault-json = Lo enviado no es JSON legible. Compruebe su forma y su tipo de contenido.
fault-json-shape = Este JSON no tiene la forma esperada: { $reason }. Compárelo con la documentación de la interfaz.
fault-query = Un parámetro de la dirección no es válido: { $reason }. Corríjalo.
fault-page = Indique un número de página: un número entero a partir de 1.
fault-per-page = Pida de 1 a 100 elementos por página.
fault-form = No se ha podido leer el formulario. Recargue la página y vuelva a enviarlo.

## Page and list of alerts

alerts-more =
    { $count ->
        [one] Ver { $count } alerta más
       *[other] Ver { $count } alertas más
    }
alerts-as-of = Última actualización:
alert-do-now = Qué hacer ahora
alert-what = Qué ocurre
alert-where = Dónde
alert-sent = Mensaje enviado
alert-onset = Inicio
alert-ended = Terminada
alert-expires = Fin de validez
alert-next = Próxima información
alert-who = Emitida por
alert-level = Nivel de gestión de crisis
alert-contact = Su punto de contacto
alert-aftercare = Apoyo y ayuda después de una emergencia
alert-guide = Leer la ficha completa
alert-receive = Recibir las alertas
alert-other-languages = Otros idiomas y datos
alert-not-in-language = Esta alerta aún no existe en español. Puede leerla en:
page-home = Ir a la página de inicio
office-home = Volver al espacio de gestión
office-sign-in = Iniciar sesión

## Formats
# list-comma separates names; "_" stands for a space, which cannot end a line.
# The values of distances and times arrive already formatted.

area-region = Región de Bruselas-Capital
list-comma = ,_
list-and = { $head } y { $last }
distance-m = { $value } m
distance-km = { $value } km
clock-time = { $hour }:{ $minute }
clock-date-time = { $day } de { $month } de { $year }, { $hour }:{ $minute }
clock-brief = { $day }/{ $number }, { $hour }:{ $minute }
