# How citizens read the values of an alert (CAP 1.2, section 3.2). An id is the
# name of the element and its value in lower case.

## Severity: how serious the event is (CAP 1.2, severity)

severity-extreme = Надзвичайна
severity-severe = Серйозна
severity-moderate = Помірна
severity-minor = Незначна
severity-unknown = Серйозність невідома

## Urgency: how soon to act (CAP 1.2, urgency)

urgency-immediate = Діяти зараз
urgency-expected = Діяти невдовзі
urgency-future = Підготуватися
urgency-past = Минуло, діяти не треба
urgency-unknown = Терміновість невідома

## Certainty: how sure it is (CAP 1.2, certainty)

certainty-observed = Підтверджено
certainty-likely = Імовірно
certainty-possible = Можливо
certainty-unlikely = Малоймовірно
certainty-unknown = Імовірність невідома

## Category: what kind of event (CAP 1.2, category)

category-geo = Ґрунт і землетруси
category-met = Погода й повені
category-safety = Громадська безпека
category-security = Загрози та громадський порядок
category-rescue = Пошук і порятунок
category-fire = Пожежа
category-health = Здоров’я
category-env = Довкілля та забруднення
category-transport = Рух і транспорт
category-infra = Електрика, вода, зв’язок
category-cbrne = Небезпечні речовини
category-other = Інше

## Response: what people are asked to do (CAP 1.2, responseType)

response-shelter = Сховатися в укритті
response-evacuate = Покинути місце
response-prepare = Підготуватися
response-execute = Виконати вказівку
response-avoid = Уникати місця чи небезпеки
response-monitor = Стежити за інформацією
response-assess = Оцінити ситуацію
response-allclear = Відбій
response-none = Нічого робити не треба

## State of an alert on the portal

state-active = Діє
state-ended = Завершено
state-cancelled = Скасовано
state-expired = Строк минув

## Status of a message (CAP 1.2, status)

status-actual = Справжнє
status-exercise = Навчання
status-test = Технічна перевірка
status-system = Системне повідомлення
status-draft = Чернетка

## Type of a message (CAP 1.2, msgType)

msgtype-alert = Сповіщення
msgtype-update = Оновлення
msgtype-cancel = Скасування

## Level of crisis management

level-communal = Муніципальний
level-provincial = Провінційний
level-federal = Федеральний

## Languages, as readers of this file call them (their own names: `language-name`)

language-fr = французька
language-nl = нідерландська
language-en = англійська
language-de = німецька
language-ar = арабська
language-tr = турецька
language-es = іспанська
language-uk = українська
language-ru = російська
language-pl = польська
language-pt = португальська
language-ro = румунська
language-bg = болгарська
language-it = італійська
language-sq = албанська
language-fa = перська
language-ps = пушту
language-ti = тигринья
language-so = сомалійська
