# Words of the information portal: header, footer, lists, notices, forms of the app shell.
# Terms without variables also reach the site's templates.

brand = safe.brussels
language-name = Español
entrance-text = Alertas, consejos y ayuda en la Región de Bruselas-Capital

## Frame of every page

skip-to-content = Ir al contenido
strip-label = Números de emergencia
strip-112 = ambulancia, bomberos
strip-101 = policía
strip-without-voice = ¿Sordera o dificultad para oír?
search-label = Buscar en el portal
search-button = Buscar
menu = Menú
nav-label = Navegación principal
nav-alerts = Alertas
nav-guides = ¿Qué hacer?
nav-advice = Prevención
nav-help = Encontrar ayuda
nav-permits = Armas y permisos
nav-observatory = Observatorio
nav-plans = Planes
language-label = Idioma
language-label-footer = Este portal en otro idioma
breadcrumbs-label = Está aquí
home = Inicio
footer-emergency = En caso de emergencia
footer-emergency-text = Este portal no sustituye a los números de emergencia. ¿En peligro? Llame directamente.
footer-be-alert = Inscribirse en BE-Alert
footer-portal = En este portal
footer-about = Acerca de
footer-publisher = safe.brussels, Región de Bruselas-Capital
link-campaigns = Campañas
link-dossiers = Expedientes de crisis
link-datasets = Cifras y datos
link-projects = Proyectos subvencionados
link-calls = Convocatorias de proyectos
link-agenda = Agenda
link-news = Noticias
link-areas = Municipios y zonas de policía
link-glossary = Glosario
link-sitemap = Mapa del sitio
link-about = El organismo
link-observatory = El Observatorio
link-training = Formación y oficios
link-legal = Información legal
link-legal-accessibility = Accesibilidad
link-legal-privacy = Privacidad
link-about-contact = Contacto

## Front page

home-title = Alertas, prevención y ayuda en Bruselas
home-heading = Saber qué hacer, en el momento adecuado
home-lede = Las alertas actuales, cómo actuar y los servicios que ayudan, en los diecinueve municipios de la Región de Bruselas-Capital.
home-receive = Recibir las alertas
home-help = Encontrar ayuda
home-tasks = ¿Qué busca?
home-task-guides = ¿Qué hacer ante un peligro?
home-task-guides-text = Fichas cortas: antes, durante y después.
home-task-advice = Protegerme
home-task-advice-text = Consejos contra el robo, el fraude, el acoso y otros riesgos.
home-task-help = Encontrar ayuda
home-task-help-text = Para una víctima, un testigo, un menor, o para cambiar el propio comportamiento.
home-task-permits = Arma o permiso
home-task-permits-text = Qué trámite, qué documentos, qué plazo.
home-task-observatory = Entender las cifras
home-task-observatory-text = Estudios, encuestas y datos del Observatorio.
home-task-plans = Seguir los planes
home-task-plans-text = Las medidas del plan global de seguridad y prevención.
home-guides = Cómo actuar
home-news = Destacado
home-publications = Últimas publicaciones
see-all-of = Ver todo: { $title }

## Alerts

alerts-title = Alertas
alerts-lede = Las alertas actuales en la Región y las que acaban de terminar.
alerts-now = En este momento
alerts-empty = Las alertas actuales aparecen aquí. Si no hay ninguna, este lugar queda vacío.
alerts-all = Todas las alertas
alerts-complement = Este portal complementa a BE-Alert, al 112 y al 101. No los sustituye.
alerts-data = Para otros sistemas
alerts-data-text = Las mismas alertas, como datos abiertos:
alerts-guides = ¿Qué hacer durante una alerta?
copy-note = No tiene conexión. Copia de las

receive-title = Recibir las alertas
push-lede = Una notificación en su teléfono u ordenador cuando una alerta afecta a sus municipios. El mensaje dice enseguida qué hacer.
push-privacy = Sin cuenta, sin dirección, sin ubicación: solo guardamos sus elecciones y la dirección técnica que da su navegador. Puede detenerlo todo aquí en cualquier momento.
push-no-script-title = Esta página necesita JavaScript
push-no-script = Las notificaciones del navegador no funcionan sin JavaScript. Más abajo encontrará otras formas de recibir las alertas.
push-unsupported-title = Este navegador no puede recibir notificaciones
push-unsupported = Pruebe con otro navegador o elija otra de las formas indicadas más abajo.
push-ios-title = En iPhone y iPad, añada primero el portal a la pantalla de inicio
push-ios-1 = Toque el botón Compartir de su navegador.
push-ios-2 = Elija «Añadir a pantalla de inicio» y luego «Añadir».
push-ios-3 = Abra el portal desde la pantalla de inicio y vuelva a esta página.
push-denied-title = Las notificaciones están bloqueadas
push-denied = Su navegador las ha bloqueado para este portal. Permítalas en los ajustes y vuelva a cargar la página.
push-subscribed-title = Ya recibe las alertas
push-subscribed = Puede cambiar sus elecciones, probar una notificación o detenerlo todo.
push-saved = Sus elecciones están guardadas.
push-test-arrived = La prueba ha llegado a este dispositivo. Todo funciona.
push-test-sent = Una notificación de prueba está en camino. ¿Nada después de un minuto? Compruebe el modo silencio y los ajustes de notificaciones.
push-stopped = Hecho: no recibirá más notificaciones y sus elecciones se han borrado.
push-failed-title = No ha funcionado
push-failed = Compruebe su conexión e inténtelo de nuevo dentro de unos minutos.
push-areas = Sus municipios
push-areas-hint = Casa, trabajo, escuela: elija todos los que le importan.
push-areas-all = Toda la Región
push-areas-missing = Elija al menos un municipio
push-language = Idioma de los mensajes
push-severity = ¿A partir de qué gravedad?
push-categories = Elegir los temas
push-categories-hint = Al principio todo está marcado. Una alerta extrema llega siempre.
push-subscribe = Recibir las alertas
push-save = Guardar mis elecciones
push-test = Probar mi teléfono
push-stop = No recibir nada más
push-other = Otras formas de recibir avisos
push-other-be-alert = mensajes de las autoridades por SMS, llamada o correo electrónico
push-other-page = para consultar cuando quiera, también sin conexión
push-other-feed = para un lector de canales
form-problem = Falta algo
severity-minor-hint = molestia limitada, bueno saberlo
severity-moderate-hint = posible peligro para personas o bienes
severity-severe-hint = peligro importante
severity-extreme-hint = solo peligro excepcional
## Lists and pages

guides-title = ¿Qué hacer ante un peligro?
guides-lede = Una ficha por riesgo: antes, durante, después. Las fichas se pueden leer sin conexión en un dispositivo en el que haya abierto el portal.
advice-title = Consejos de prevención
advice-lede = Evitar un robo, un fraude o un accidente, y saber qué hacer si ocurre.
publications-title = Publicaciones
datasets-title = Cifras y datos
campaigns-title = Campañas
dossiers-title = Expedientes de crisis
plans-title = Planes de seguridad y prevención
glossary-title = Glosario
projects-title = Proyectos subvencionados
calls-title = Convocatorias de proyectos
agenda-title = Agenda
news-title = Noticias
areas-title = Municipios y zonas de policía
areas-lede = Los diecinueve municipios de la Región y la zona de policía de cada uno.
areas-map = Mapa de los diecinueve municipios y de las zonas de policía
areas-map-description = Cada municipio tiene el color de su zona de policía. La lista bajo el mapa da la misma información.
areas-attribution = Contornos: { $source }
area-zone = Zona de policía
area-zone-members = Municipios de la zona
area-postcodes = Códigos postales
area-partly = Código postal compartido
area-partly-text = { $codes }: solo para una parte de las calles
area-nis = Código NIS
sitemap-title = Mapa del sitio
sitemap-lede = Todas las páginas del portal, por sección.
section-emergency = Emergencias
section-emergency-lede = Qué número para cada situación y cómo pedir ayuda sin hablar.
section-legal = Información legal
section-legal-lede = Accesibilidad, privacidad y condiciones de uso.
section-observatory = Observatorio
section-observatory-lede = Cómo se recogen y se leen las cifras.
section-training = Formación y oficios
section-training-lede = Formarse en prevención, seguridad y socorro, y hacer de ello un oficio.
section-help-pages = Entender y prepararse
section-more = En esta sección
page-updated = Actualizado el { $date }
page-checked = comprobado el { $date }
page-sources = Fuentes
page-links = Enlaces útiles
page-timeline = Cronología
page-related = Véase también
page-draft = Borrador
page-draft-text = Este texto está aún en preparación y nadie lo ha revisado.
fallback-title = Esta página todavía no existe en este idioma
fallback-text = Se muestra a continuación en { $language }. Existe en:
list-in-language = en { $language }
## Other lists and pages

advice-online-report = Denuncia en línea
advice-online-report-yes = Este hecho puede comunicarse a la policía en línea, en Police-on-web.
agenda-coming = Próximamente
agenda-lede = Encuentros, cursos y jornadas por venir.
agenda-past = Pasado
area-projects = Proyectos en este municipio
audience-commuters = Quienes van y vienen al trabajo
audience-firms = Empresas
audience-parents = Padres y madres
audience-residents = Habitantes
audience-schools = Escuelas
audience-seniors = Personas mayores
audience-site-managers = Responsables de edificios e instalaciones
audience-tourists = Visitantes
audience-traders = Comercios
audience-victims = Víctimas
audience-young = Jóvenes
call-budget = Presupuesto: { $amount }
call-closed = Cerrada el { $date }
call-open = Hasta el { $date }
calls-lede = Convocatorias abiertas y cerradas.
campaign-archived = Terminadas
campaign-audiences = Público
campaign-channels = Canales
campaign-current = En curso
campaign-kit = Para difundir
campaign-kit-download = Descargar los textos
campaign-kit-text = Municipios, escuelas, asociaciones: usen estos textos tal cual.
campaign-languages = Idiomas
campaign-period = Período
campaign-themes = Temas
campaigns-lede = Mensajes para ver y difundir.
compare-caption = Medidas sobre el mismo tema
compare-lede = Las medidas que tratan el mismo tema, una junto a otra.
compare-title = Comparar los dos planes
dataset-anomaly = Contradicción en la fuente
dataset-csv = Descargar los datos (CSV)
dataset-missing = sin datos
dataset-period = Período: { $period }
dataset-publications = Publicación
dataset-source = Fuente: { $source }
dataset-table = Ver la tabla
datasets-lede = Cada tabla con su gráfico, su fuente y un archivo reutilizable.
document-000 = BPS, informe anual 2020
document-001 = safe.brussels, informe anual 2022
document-002 = Plan global de seguridad y prevención 2017-2020
document-003 = Presentación en el Parlamento de Bruselas, febrero de 2017
document-004 = Contrato de seguridad y sociedad 2018-2019, Ciudad de Bruselas
dossier-archived = Expediente cerrado, conservado para consulta.
dossier-authority = Autoridad
dossier-level = Nivel de gestión
dossiers-lede = Qué ocurrió, las reglas, los temas y enlaces útiles.
glossary-lede = Las palabras y siglas de la seguridad y la prevención en Bruselas.
kit-card = Tarjeta
kit-leaflet = Folleto
kit-poster-text = Texto de cartel
kit-short-text = Texto corto
moment-day = De día
moment-evening = Por la tarde
moment-holidays = Vacaciones
moment-night = De noche
news-lede = Lo nuevo.
place-event = Evento
place-home = En casa
place-online = En línea
place-public-transport = Transporte público
place-school = Escuela
place-shop = Tienda
place-street = En la calle
plan-counts = { $themes } temas, { $measures } medidas
plan-current = Plan más reciente
plan-former = Plan anterior
plan-measure = Medida { $number }
plan-measures = Medidas
plan-next = Medida siguiente
plan-partners = Socios
plan-phase = Fase
plan-previous = Medida anterior
plan-projects = Proyectos vinculados
plan-status = Estado
plan-status-done = realizada
plan-status-planned = prevista
plan-status-started = comenzada
plan-successor = En el otro plan
plan-theme = Tema { $number }
plan-themes = Temas
plans-lede = Los planes regionales, medida por medida, con sus fuentes.
project-amount = Subvención
project-owner = Responsable
project-year = Año
projects-lede = Quién hace qué, dónde y con qué apoyo de la Región.
publication-citation = Para citar
publication-datasets = Cifras de esta publicación
publication-date = Publicación
publication-languages = Idiomas de publicación
publication-legal-deposit = Depósito legal
publication-number = Número
publication-planned = Anunciada
publication-series = Colección
publications-lede = Informes, estudios y encuestas, con sus cifras y fuentes.
section-about = Acerca de safe.brussels
section-about-lede = Quién hace qué, cómo y con qué medios.
series-annual-report = Informes anuales
series-cahier = Cahiers del Observatorio
series-evaluation = Evaluaciones
series-flash-paper = Flash Papers
series-focus = Focus del Observatorio
series-guide = Guías
series-report = Informes
series-survey = Encuestas
subject-bicycle = Bicicleta
subject-burglary = Robo en vivienda
subject-cyber = En línea
subject-discrimination = Discriminación y odio
subject-drugs = Drogas
subject-fire = Incendio
subject-first-aid = Primeros auxilios
subject-fraud = Estafa
subject-harassment = Acoso
subject-home = En casa
subject-road = Tráfico
subject-safety-at-work = Seguridad en el trabajo
subject-street = En la calle
subject-theft = Robo
subject-trade = Comercio
page-source-document = { $count ->
    [one] { $title }, línea { $lines }
   *[other] { $title }, líneas { $lines }
}

## Help

help-title = Encontrar ayuda
help-lede = Para usted o para otra persona. Elija lo que más se parece a su situación.
help-notice = Si alguien puede ver su pantalla, use mejor otro dispositivo. Salir de esta página no borra el historial, y un programa espía lo ve todo.
help-neutral-title = safe.brussels – información
help-phone = Teléfono
help-call = Llamar
help-services = Servicios
help-services-lede = Los servicios de ayuda, por público y por necesidad.
help-services-find = Buscar en todos los servicios
help-in-call-log = El número queda en el registro de llamadas de su teléfono.
help-cost-free = gratuito
help-cost-not-on-bill = no aparece en la factura
help-cost-on-bill = aparece en la factura
help-cost-bill-unknown = no sabemos si el número aparece en la factura
help-to-confirm = Por confirmar con el servicio
help-hours = Horario
help-hours-all = día y noche, todos los días
help-languages = Idiomas
help-site = Sitio del servicio
help-places = Dirección
help-mail = Correo electrónico
help-check-by-phone = Esta información ya no es reciente: compruébela por teléfono.
help-emergency = Peligro inmediato: llame al 112 o al 101.
help-cost-not-free = de pago
help-part-victims = Para entender y actuar
help-part-change = Para cambiar el propio comportamiento
help-part-professionals = Para profesionales
help-part-project = Proyectos
exit-leave = Salir de esta página
exit-hint = o dos veces la tecla Esc

## Permits

permits-title = Armas y permisos
permits-apply = ¿Qué trámite me corresponde?
permits-age = de { $length } como máximo
permits-amount-unknown = importe por confirmar por el servicio
permits-appeal = Recurso
permits-apply-text = Unas preguntas bastan para conocer el trámite y la autoridad competente.
permits-article = { $act }, art. { $article }
permits-authorities = Quién hace qué
permits-authority = Autoridad que decide
permits-day-count = Cómo se cuentan los días
permits-deadlines = Plazos
permits-documents = Documentos
permits-essentials = En resumen
permits-facts = Reglas
permits-fees = Tasa
permits-lede = Qué trámite para qué arma, qué documentos, qué plazos y quién decide.
permits-legal-basis = Base legal
permits-model = Modelo
permits-need-alternative = en lugar de otro documento
permits-need-optional = opcional
permits-need-required = obligatorio
permits-only-for = solo para: { $reasons }
permits-procedures = Trámites
permits-reasons = Motivos legítimos
permits-retention = Plazo de conservación
permits-secondary = según una fuente secundaria
permits-stage-filing = con la solicitud
permits-stage-grant = con la concesión
permits-to-confirm = por confirmar por el servicio
permits-unit-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}
permits-unit-weeks = { $count ->
    [one] { $count } semana
   *[other] { $count } semanas
}
permits-unit-months = { $count ->
    [one] { $count } mes
   *[other] { $count } meses
}
permits-unit-years = { $count ->
    [one] { $count } año
   *[other] { $count } años
}

## Other pages

shell-title = Página
not-found-title = Esta página no existe
not-found-text = Quizá haya cambiado de dirección. Use la búsqueda o empiece por el inicio.

## Numbers and dates

number-decimal = ,
number-group = .
number-euro = { $amount } €
date-long = { $day } de { $month } de { $year }
date-month = { $month } de { $year }
date-period = de { $from } a { $until }
date-since = desde { $from }
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
