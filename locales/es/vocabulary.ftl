# How citizens read the values of an alert (CAP 1.2, section 3.2). An id is the
# name of the element and its value in lower case.

## Severity: how serious the event is (CAP 1.2, severity)

severity-extreme = Extrema
severity-severe = Grave
severity-moderate = Moderada
severity-minor = Leve
severity-unknown = Gravedad desconocida

## Urgency: how soon to act (CAP 1.2, urgency)

urgency-immediate = Actuar ahora
urgency-expected = Actuar pronto
urgency-future = Prepararse
urgency-past = Pasado, ya no hay que actuar
urgency-unknown = Urgencia desconocida

## Certainty: how sure it is (CAP 1.2, certainty)

certainty-observed = Observado
certainty-likely = Probable
certainty-possible = Posible
certainty-unlikely = Poco probable
certainty-unknown = Certeza desconocida

## Category: what kind of event (CAP 1.2, category)

category-geo = Suelo y terremotos
category-met = Tiempo e inundaciones
category-safety = Seguridad pública
category-security = Amenazas y orden público
category-rescue = Búsqueda y rescate
category-fire = Incendio
category-health = Salud
category-env = Medio ambiente y contaminación
category-transport = Tráfico y transporte
category-infra = Electricidad, agua, telecomunicaciones
category-cbrne = Sustancias peligrosas
category-other = Otros

## Response: what people are asked to do (CAP 1.2, responseType)

response-shelter = Ponerse a cubierto
response-evacuate = Abandonar el lugar
response-prepare = Prepararse
response-execute = Aplicar la indicación
response-avoid = Evitar el lugar o el peligro
response-monitor = Seguir la información
response-assess = Valorar la situación
response-allclear = Fin del peligro
response-none = No hay que hacer nada

## State of an alert on the portal

state-active = Activa
state-ended = Terminada
state-cancelled = Anulada
state-expired = Caducada

## Status of a message (CAP 1.2, status)

status-actual = Real
status-exercise = Simulacro
status-test = Prueba técnica
status-system = Mensaje técnico
status-draft = Borrador

## Type of a message (CAP 1.2, msgType)

msgtype-alert = Alerta
msgtype-update = Actualización
msgtype-cancel = Anulación

## Level of crisis management

level-communal = Municipal
level-provincial = Provincial
level-federal = Federal

## Languages, as readers of this file call them (their own names: `language-name`)

language-fr = francés
language-nl = neerlandés
language-en = inglés
language-de = alemán
language-ar = árabe
language-tr = turco
language-es = español
language-uk = ucraniano
language-ru = ruso
language-pl = polaco
language-pt = portugués
language-ro = rumano
language-bg = búlgaro
language-it = italiano
language-sq = albanés
language-fa = persa
language-ps = pastún
language-ti = tigriña
language-so = somalí
