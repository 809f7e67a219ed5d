# Words of the directory of help services: list, sheet, file.

## List

help-results-title = Encontrar un servicio
help-filter-title = Elegir
help-filter-situation = Situación
help-filter-need = Tipo de ayuda
help-filter-audience = Para quién
help-filter-topic = Tema
help-filter-language = Idioma hablado
help-filter-municipality = Municipio
help-filter-any = Da igual
help-filter-open = Atiende ahora
help-filter-free = Gratuito
help-filter-submit = Ver los servicios
help-filter-export = Descargar esta lista (CSV)
help-results-count = { $count ->
    [0] Ningún servicio
    [one] { $count } servicio
   *[other] { $count } servicios
}
help-results-none = Todavía no figura aquí ningún servicio para estas opciones. Quite una opción para ver más.
help-results-all = Ver todos los servicios
help-results-talk = Hablar con alguien ahora
help-results-ignored = Una de las opciones no existe aquí. La lista no la tiene en cuenta.
help-results-open-note = Según los horarios que publican los servicios. No aparecen los que tienen un horario desconocido.
help-file-note = El archivo descargado se queda en el dispositivo, donde otra persona puede verlo.
help-again-title = Página cerrada
help-again-button = Mostrar la página

## Hours

help-open-always = Atiende día y noche.
help-open-until = Atiende ahora, hasta { $when }.
help-open-by = En este momento contesta { $name }.
help-open-appointment = Abierto ahora, con cita previa.
help-closed = No atiende ahora.
help-closed-opens = No atiende ahora. De nuevo: { $when }.
help-hours-unknown = Horario por confirmar con el servicio
help-when-today = las { $time }
help-when-tomorrow = mañana, { $time }
help-when-day = { $day }, { $time }
help-day-mo = lunes
help-day-tu = martes
help-day-we = miércoles
help-day-th = jueves
help-day-fr = viernes
help-day-sa = sábado
help-day-su = domingo
help-days-all = Todos los días
help-days-run = { $from } a { $to }
help-days-holidays = Días festivos
help-hours-row = { $days }: { $hours }
help-day-and-night = 24 horas
help-answered-by = contesta { $name }
help-appointment = con cita previa

## Sheet

help-sheet-back = Todos los servicios
help-sheet-reach = Contactar con este servicio
help-sheet-about = Lo que se sabe
help-sheet-owner = Gestionado por
help-sheet-audience = Para
help-sheet-price = Precio
help-sheet-eligibility = Condiciones
help-sheet-coverage = Dónde
help-sheet-unconfirmed = Por confirmar
help-sheet-checked = Fuentes leídas en { $month }
help-sheet-confirmed = Confirmado por teléfono el { $day }
help-mail-note = Un mensaje enviado queda en su carpeta de enviados.
help-channel-web = Sitio web
help-channel-chat = Chat
help-channel-mail = Correo electrónico
help-channel-app = Aplicación
help-channel-form = Formulario del servicio
help-channel-walk-in = En persona
help-channel-online-booking = Cita en línea
help-field-phones = teléfono
help-field-channels = otras vías de contacto
help-field-schedules = horario
help-field-languages = idiomas
help-field-places = dirección
help-field-accessibility = accesibilidad
help-field-chat = chat
help-field-interpreters = intérpretes
help-field-eligibility = condiciones
help-field-existence = si el servicio sigue existiendo
help-flag-open-24h = abierto las 24 horas
help-flag-minors-accepted = se acoge a menores
help-flag-children-accepted = se acoge a niñas y niños
help-flag-wheelchair = accesible en silla de ruedas
help-area-country = Toda Bélgica

## Vocabularies

help-taxonomy-audience = Público
help-taxonomy-audience-text = Para quién es el servicio
help-taxonomy-situation = Situación
help-taxonomy-situation-text = Lo que vive la persona
help-taxonomy-need = Necesidad
help-taxonomy-need-text = Lo que ofrece el servicio
help-taxonomy-topic = Tema
help-taxonomy-topic-text = De qué se trata

## File

help-col-name = Servicio
help-col-organization = Organización
help-col-description = Descripción
help-col-audiences = Público
help-col-situations = Situaciones
help-col-needs = Necesidades
help-col-topics = Temas
help-col-phones = Teléfono
help-col-mail = Correo electrónico
help-col-site = Sitio web
help-col-languages = Idiomas
help-col-hours = Horario (por confirmar con el servicio)
help-col-places = Dirección
help-col-coverage = Territorio
help-col-unconfirmed = Por confirmar
help-col-valid = Por revisar después del
help-col-referral = Cómo derivar (socios)

## On paper

help-brochure-title = Números y servicios de ayuda
help-brochure-subtitle = Región de Bruselas-Capital
help-brochure-author = safe.brussels
help-brochure-date = Hecho el { $day } a partir del directorio de safe.brussels. Un número puede cambiar: use siempre la última versión.
help-brochure-emergency = Peligro inmediato
help-brochure-intro = Estos servicios escuchan, aconsejan, atienden o acompañan, en Bruselas o en todo el país.
help-brochure-give = ¿Va a dar este folleto a alguien? Pregunte antes si puede guardarlo sin peligro: en casa, alguien puede encontrar el papel.
help-brochure-missing = «Por confirmar» significa que el servicio no ha confirmado esa información: su sitio web o una llamada dan la respuesta. Este folleto no contiene ninguna dirección de alojamiento.
help-brochure-calls = Una llamada queda en el registro del teléfono, aunque sea gratuita. Si no se dice nada de la factura, no sabemos si el número aparece en ella.
help-brochure-footer = safe.brussels · { $day }
help-brochure-page = Página { $page } de { $pages }
help-chapter-home = Violencia en casa o en la familia
help-chapter-sexual = Violencia sexual
help-chapter-young = Infancia y juventud
help-chapter-talk = Hablar con alguien
help-chapter-respect = Acoso, discriminación, violencia en línea
help-chapter-exploited = Explotación y trata
help-chapter-arrival = Llegada a Bélgica, residencia y acceso a la atención médica
help-chapter-street = Personas sin hogar y drogas
help-chapter-police = Policía, robo y accidente
help-chapter-worried = Preocupación por alguien que se radicaliza
help-chapter-other = Otros servicios
help-chapter-change = Para cambiar su comportamiento
