# Words of the directory of help services: list, sheet, file.

## List

help-results-title = Знайти службу
help-filter-title = Вибрати
help-filter-situation = Ситуація
help-filter-need = Вид допомоги
help-filter-audience = Для кого
help-filter-topic = Тема
help-filter-language = Мова спілкування
help-filter-municipality = Муніципалітет
help-filter-any = Неважливо
help-filter-open = Відповідає зараз
help-filter-free = Безоплатно
help-filter-submit = Показати служби
help-filter-export = Завантажити цей список (CSV)
help-results-count = { $count ->
    [0] Немає служб
    [one] { $count } служба
    [few] { $count } служби
   *[other] { $count } служб
}
help-results-none = Для цього вибору тут ще немає служби. Приберіть одну умову, щоб побачити більше.
help-results-all = Переглянути всі служби
help-results-talk = Поговорити з кимось зараз
help-results-ignored = Одного з варіантів тут немає. Список його не враховує.
help-results-open-note = За годинами, які публікують самі служби. Служби з невідомими годинами тут не показано.
help-file-note = Завантажений файл залишається на пристрої, де його може побачити хтось інший.
help-again-title = Сторінку закрито
help-again-button = Показати сторінку

## Hours

help-open-always = Відповідає цілодобово.
help-open-until = Відповідає зараз, до { $when }.
help-open-by = Зараз відповідає { $name }.
help-open-appointment = Відчинено зараз, за записом.
help-closed = Зараз не відповідає.
help-closed-opens = Зараз не відповідає. Знову: { $when }.
help-hours-unknown = Години слід уточнити у служби
help-when-today = { $time }
help-when-tomorrow = завтра { $time }
help-when-day = { $day } { $time }
help-day-mo = понеділок
help-day-tu = вівторок
help-day-we = середа
help-day-th = четвер
help-day-fr = п’ятниця
help-day-sa = субота
help-day-su = неділя
help-days-all = Щодня
help-days-run = { $from } – { $to }
help-days-holidays = Святкові дні
help-hours-row = { $days }: { $hours }
help-day-and-night = цілодобово
help-answered-by = відповідає { $name }
help-appointment = за записом

## Sheet

help-sheet-back = Усі служби
help-sheet-reach = Зв’язатися зі службою
help-sheet-about = Що відомо
help-sheet-owner = Керує
help-sheet-audience = Для
help-sheet-price = Вартість
help-sheet-eligibility = Умови
help-sheet-coverage = Де
help-sheet-unconfirmed = Потрібно уточнити
help-sheet-checked = Джерела прочитано: { $month }
help-sheet-confirmed = Підтверджено телефоном: { $day }
help-mail-note = Надісланий лист лишається в папці надісланих.
help-channel-web = Сайт
help-channel-chat = Чат
help-channel-mail = Електронна адреса
help-channel-app = Застосунок
help-channel-form = Форма служби
help-channel-walk-in = Особисто
help-channel-online-booking = Онлайн-запис
help-field-phones = телефон
help-field-channels = інші способи зв’язку
help-field-schedules = години
help-field-languages = мови
help-field-places = адреса
help-field-accessibility = доступність
help-field-chat = чат
help-field-interpreters = перекладачі
help-field-eligibility = умови
help-field-existence = чи служба ще працює
help-flag-open-24h = цілодобово відчинено
help-flag-minors-accepted = приймають неповнолітніх
help-flag-children-accepted = приймають дітей
help-flag-wheelchair = доступно на візку
help-area-country = Уся Бельгія

## Vocabularies

help-taxonomy-audience = Аудиторія
help-taxonomy-audience-text = Для кого ця служба
help-taxonomy-situation = Ситуація
help-taxonomy-situation-text = Що переживає людина
help-taxonomy-need = Потреба
help-taxonomy-need-text = Що дає служба
help-taxonomy-topic = Тема
help-taxonomy-topic-text = Про що йдеться

## File

help-col-name = Служба
help-col-organization = Організація
help-col-description = Опис
help-col-audiences = Аудиторія
help-col-situations = Ситуації
help-col-needs = Потреби
help-col-topics = Теми
help-col-phones = Телефон
help-col-mail = Електронна адреса
help-col-site = Сайт
help-col-languages = Мови
help-col-hours = Години (уточнити у службі)
help-col-places = Адреса
help-col-coverage = Територія
help-col-unconfirmed = Потрібно уточнити
help-col-valid = Перевірити знову після
help-col-referral = Як направити (партнери)

## On paper

help-brochure-title = Номери та служби допомоги
help-brochure-subtitle = Брюссельський столичний регіон
help-brochure-author = safe.brussels
help-brochure-date = Складено { $day } за довідником safe.brussels. Номер може змінитися: беріть завжди останню версію.
help-brochure-emergency = Негайна небезпека
help-brochure-intro = Ці служби вислуховують, радять, лікують або супроводжують — у Брюсселі чи по всій країні.
help-brochure-give = Передаєте цю брошуру комусь? Спершу запитайте, чи безпечно її зберігати: вдома папір можуть знайти.
help-brochure-missing = «Потрібно уточнити» означає, що служба не підтвердила цих відомостей: відповідь дасть її сайт або дзвінок. У цій брошурі немає жодної адреси притулку.
help-brochure-calls = Дзвінок лишається в журналі викликів телефону, навіть якщо він безоплатний. Якщо про рахунок нічого не сказано, ми не знаємо, чи номер там видно.
help-brochure-footer = safe.brussels · { $day }
help-brochure-page = Сторінка { $page } з { $pages }
help-chapter-home = Насильство вдома чи в родині
help-chapter-sexual = Сексуальне насильство
help-chapter-young = Діти та молодь
help-chapter-talk = Поговорити з кимось
help-chapter-respect = Домагання, дискримінація, насильство в інтернеті
help-chapter-exploited = Експлуатація та торгівля людьми
help-chapter-arrival = Прибуття до Бельгії, проживання й доступ до лікування
help-chapter-street = Бездомність і наркотики
help-chapter-police = Поліція, крадіжка й аварія
help-chapter-worried = Тривога за близьку людину, яка радикалізується
help-chapter-other = Інші служби
help-chapter-change = Щоб змінити свою поведінку
