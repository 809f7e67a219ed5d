# Words of the directory of help services: list, sheet, file.

## List

help-results-title = ابحث عن خدمة
help-filter-title = اختر
help-filter-situation = الوضع
help-filter-need = نوع المساعدة
help-filter-audience = لمن
help-filter-topic = الموضوع
help-filter-language = اللغة المستخدمة
help-filter-municipality = البلدية
help-filter-any = لا فرق
help-filter-open = يجيب الآن
help-filter-free = مجاني
help-filter-submit = عرض الخدمات
help-filter-export = تنزيل هذه القائمة (CSV)
help-results-count = { $count ->
    [0] لا توجد خدمة
    [one] خدمة واحدة ({ $count })
    [two] خدمتان ({ $count })
    [few] { $count } خدمات
   *[other] { $count } خدمة
}
help-results-none = لا توجد هنا بعد خدمة تطابق هذه الاختيارات. احذف أحد الاختيارات لعرض المزيد.
help-results-all = عرض جميع الخدمات
help-results-talk = تحدّث مع شخص الآن
help-results-ignored = أحد الاختيارات غير موجود هنا، ولا تأخذه القائمة في الحسبان.
help-results-open-note = بحسب الأوقات التي تنشرها الخدمات. ولا تظهر الخدمات التي لا نعرف أوقاتها.
help-file-note = يبقى الملف المُنزَّل على الجهاز، وقد يراه شخص آخر.
help-again-title = الصفحة مغلقة
help-again-button = عرض الصفحة

## Hours

help-open-always = يجيب ليلًا ونهارًا.
help-open-until = يجيب الآن، حتى { $when }.
help-open-by = في هذه اللحظة يرد { $name }.
help-open-appointment = مفتوح الآن، بموعد مسبق.
help-closed = لا يجيب الآن.
help-closed-opens = لا يجيب الآن. يعود: { $when }.
help-hours-unknown = يجب التأكد من الأوقات لدى الخدمة
help-when-today = { $time }
help-when-tomorrow = غدًا { $time }
help-when-day = { $day } { $time }
help-day-mo = الإثنين
help-day-tu = الثلاثاء
help-day-we = الأربعاء
help-day-th = الخميس
help-day-fr = الجمعة
help-day-sa = السبت
help-day-su = الأحد
help-days-all = كل يوم
help-days-run = من { $from } إلى { $to }
help-days-holidays = العطل الرسمية
help-hours-row = { $days }: { $hours }
help-day-and-night = على مدار 24 ساعة
help-answered-by = يرد { $name }
help-appointment = بموعد مسبق

## Sheet

help-sheet-back = كل الخدمات
help-sheet-reach = الوصول إلى هذه الخدمة
help-sheet-about = ما هو معروف
help-sheet-owner = تديرها
help-sheet-audience = لفائدة
help-sheet-price = السعر
help-sheet-eligibility = الشروط
help-sheet-coverage = أين
help-sheet-unconfirmed = بحاجة إلى تأكيد
help-sheet-checked = قُرئت المصادر في { $month }
help-sheet-confirmed = أُكّد هاتفيًا في { $day }
help-mail-note = تبقى الرسالة المرسلة في صندوق الصادر لديك.
help-channel-web = الموقع
help-channel-chat = دردشة
help-channel-mail = البريد الإلكتروني
help-channel-app = تطبيق
help-channel-form = استمارة الخدمة
help-channel-walk-in = حضوريًا
help-channel-online-booking = حجز موعد عبر الإنترنت
help-field-phones = الهاتف
help-field-channels = وسائل الاتصال الأخرى
help-field-schedules = الأوقات
help-field-languages = اللغات
help-field-places = العنوان
help-field-accessibility = إمكانية الوصول
help-field-chat = الدردشة
help-field-interpreters = المترجمون
help-field-eligibility = الشروط
help-field-existence = ما إذا كانت الخدمة لا تزال قائمة
help-flag-open-24h = مفتوح على مدار الساعة
help-flag-minors-accepted = يستقبل القاصرين
help-flag-children-accepted = يستقبل الأطفال
help-flag-wheelchair = متاح للكراسي المتحركة
help-area-country = كل بلجيكا

## Vocabularies

help-taxonomy-audience = الفئة
help-taxonomy-audience-text = لمن هذه الخدمة
help-taxonomy-situation = الوضع
help-taxonomy-situation-text = ما يمر به الشخص
help-taxonomy-need = الحاجة
help-taxonomy-need-text = ما تقدمه الخدمة
help-taxonomy-topic = الموضوع
help-taxonomy-topic-text = موضوع الخدمة

## File

help-col-name = الخدمة
help-col-organization = المنظمة
help-col-description = الوصف
help-col-audiences = الفئة
help-col-situations = الأوضاع
help-col-needs = الاحتياجات
help-col-topics = المواضيع
help-col-phones = الهاتف
help-col-mail = البريد الإلكتروني
help-col-site = الموقع
help-col-languages = اللغات
help-col-hours = الأوقات (تُؤكَّد لدى الخدمة)
help-col-places = العنوان
help-col-coverage = المنطقة
help-col-unconfirmed = بحاجة إلى تأكيد
help-col-valid = يُراجَع بعد
help-col-referral = كيفية الإحالة (للشركاء)

## On paper

help-brochure-title = أرقام وخدمات المساعدة
help-brochure-subtitle = إقليم بروكسل العاصمة
help-brochure-author = safe.brussels
help-brochure-date = أُعدّ هذا الكتيّب في { $day } من دليل safe.brussels. قد يتغيّر رقم: خذ دائمًا النسخة الأخيرة.
help-brochure-emergency = خطر فوري
help-brochure-intro = هذه الخدمات تستمع أو تنصح أو تعالج أو ترافق، في بروكسل أو في كل البلاد.
help-brochure-give = هل تعطي هذا الكتيّب لأحد؟ اسأل أولًا هل الاحتفاظ به آمن: قد يُعثر على هذه الورقة في البيت.
help-brochure-missing = «بحاجة إلى تأكيد» تعني أن الخدمة لم تؤكد هذه المعلومة: الجواب في موقعها أو عبر الاتصال بها. لا يحتوي هذا الكتيّب على أي عنوان إيواء.
help-brochure-calls = يبقى الاتصال في سجل مكالمات الهاتف حتى لو كان مجانيًا. إذا لم يُذكر شيء عن الفاتورة فلا نعرف هل يظهر الرقم فيها.
help-brochure-footer = safe.brussels · ⁧{ $day }⁩
help-brochure-page = صفحة { $page } من { $pages }
help-chapter-home = العنف في البيت أو في العائلة
help-chapter-sexual = العنف الجنسي
help-chapter-young = الأطفال والشباب
help-chapter-talk = التحدث إلى شخص
help-chapter-respect = التحرش والتمييز والعنف عبر الإنترنت
help-chapter-exploited = الاستغلال والاتجار بالبشر
help-chapter-arrival = القدوم إلى بلجيكا والإقامة والحصول على العلاج
help-chapter-street = التشرد والمخدرات
help-chapter-police = الشرطة والسرقة والحوادث
help-chapter-worried = القلق على قريب يتجه نحو التطرف
help-chapter-other = خدمات أخرى
help-chapter-change = لمن يريد تغيير سلوكه
