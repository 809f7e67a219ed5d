# Words of the programming interface and of the pages made by the server:
# problems, refused fields, the page of an alert, formats of lists and times.
# The months and the title of the alerts are in portal.ftl.

## Problems: a title, and what to do now

error-not-found = لا يوجد شيء على هذا العنوان
error-not-found-detail = تحقّقوا من العنوان، أو ابدأوا من جديد من الصفحة الرئيسية.
error-method-not-allowed = هذا الإجراء غير ممكن على هذا العنوان
error-method-not-allowed-detail = ارجعوا إلى الصفحة السابقة واستعملوا أزرارها أو روابطها.
error-unsupported-media-type = هذه الصيغة لا تُقرأ هنا
error-unsupported-media-type-detail = أرسلوا المحتوى بإحدى الصيغ المذكورة في وصف الواجهة البرمجية واذكروها في «Content-Type».
error-invalid = بعض المعلومات تحتاج إلى تصحيح
error-invalid-detail = صحّحوا ما هو مذكور ثم أرسلوا من جديد.
error-too-large = ما أرسلتموه كبير جدًا
error-too-large-detail = أرسلوا ملفًا أصغر أو نصًا أقصر.
error-unauthorised = يجب تسجيل الدخول
error-unauthorised-detail = سجّلوا الدخول ثم حاولوا من جديد. على البرنامج أن يرسل رمز دخول صالحًا.
error-forbidden = لا يحقّ لكم القيام بهذا الإجراء
error-forbidden-detail = اطلبوا الصلاحية من الشخص المسؤول عن الحسابات.
error-conflict = لم يعد هذا الإجراء ممكنًا
error-conflict-detail = تغيّر الوضع. أعيدوا تحميل الصفحة وتحقّقوا منها قبل المحاولة من جديد.
error-too-many = طلبات كثيرة في وقت قصير
error-too-many-detail = انتظروا قليلًا ثم حاولوا من جديد.
error-unavailable = الخدمة لا تستجيب حاليًا
error-unavailable-detail = حاولوا من جديد بعد لحظات. في خطر؟ اتصلوا بالرقم 112 أو 101.
error-internal = حدث خطأ لدينا
error-internal-detail = حاولوا من جديد بعد لحظات. إذا استمر الخطأ فأعطونا رمز الخطأ. في خطر؟ اتصلوا بالرقم 112 أو 101.
error-request = رمز الخطأ
demonstration = عرض تجريبي: تنبيهات وملفات مختلقة

## Rules behind a refusal

rule-four-eyes = أنتم كتبتم هذا النص أو عدّلتموه، أو أعطيتم كاتبه بيانات الدخول. يجب أن يوافق عليه شخص آخر.
rule-token-of-approver = يحق لهذا الشخص الموافقة على التحذيرات: هو وحده من يستطيع إنشاء رمز باسمه.
rule-role = لا يملك حسابكم الدور اللازم. اطلبوه من الشخص المسؤول عن الحسابات.
rule-form-expired = لم تعد هذه الاستمارة صالحة. أعيدوا تحميل الصفحة ثم أرسلوها من جديد.
rule-other-site = جاء هذا الطلب من موقع آخر ولم يُنفَّذ. ابدأوا من جديد من صفحاتنا.
rule-alert-not-active = هذا الإنذار غير جارٍ. أعيدوا تحميل الصفحة لمعرفة حالته.
rule-alert-not-draft = لم يعد هذا الإنذار مسودة. أعيدوا تحميل الصفحة لمعرفة حالته.
rule-alert-not-open = لم يعد تعديل هذا الإنذار ممكنًا. إذا كان جاريًا فأعدّوا تحديثًا له.
rule-alert-not-submitted = هذا الإنذار لا ينتظر الموافقة. أعيدوا تحميل الصفحة لمعرفة حالته.
rule-changed-meanwhile = عدّل شخص آخر هذا الإنذار في هذه الأثناء. أعيدوا تحميل الصفحة وتحقّقوا منها قبل المحاولة من جديد.
rule-text-changed = تغيّر النص بعد أن قرأتموه. أعيدوا قراءته قبل الموافقة عليه.
rule-cap-taken = توجد هنا رسالة بهذا المعرّف وهذا المرسل ووقت الإرسال نفسه، لكن بمحتوى آخر. أعطوا الرسالة المعدّلة معرّفًا جديدًا ثم أرسلوها.
rule-too-many-origins = لا يمكننا إضافة خدمة الإشعارات هذه حاليًا. جرّبوا متصفحًا آخر أو حاولوا لاحقًا.
rule-update-other-status = يبقى التحديث من نوع الرسالة الأولى نفسه: إنذار حقيقي، أو تمرين واختبار. لنوع آخر أنشئوا إنذارًا جديدًا.

## Refused fields: what is wrong and how to mend it

fault-line = { $field } – { $fault }
fault-required = هذا الحقل إلزامي. املأوه.
fault-too-long = هذا النص طويل جدًا. عدد أحرفه: { $length }. الحد الأقصى: { $most }.
fault-text-control = في هذا النص سطر جديد أو حرف غير مرئي لا يُسمح به هنا. احذفوه.
fault-choice-missing = لم تختاروا شيئًا. اختاروا إجابة.
fault-value-unknown = هذه القيمة غير موجودة. اختاروا قيمة من القائمة.
fault-language-unknown = هذه اللغة غير متوفرة هنا. اختاروا إحدى لغات البوابة.
fault-language-missing =
    { $lang ->
        [fr] النص الفرنسي ناقص. اكتبوه أو أكملوا السيناريو.
        [nl] النص الهولندي ناقص. اكتبوه أو أكملوا السيناريو.
       *[other] النص ناقص بهذه اللغة: { $lang }. اكتبوه أو أكملوا السيناريو.
    }
fault-scenario-unknown = السيناريو «{ $value }» غير موجود. اختاروا سيناريو من القائمة.
fault-param-unknown = لا يوجد هذا الحقل في هذا السيناريو. احذفوه.
fault-metres = اكتبوا مسافة بالأمتار: عددًا صحيحًا من 1 إلى 100000.
fault-whole-number = اكتبوا عددًا صحيحًا من 0 إلى 10000000.
fault-time = اكتبوا يومًا وساعة صحيحين، مثلًا 2026-11-21T14:30.
fault-time-past = هذا الوقت قد مضى. اختاروا وقتًا لاحقًا.
fault-time-far = النهاية بعيدة جدًا. اختاروا وقتًا خلال 31 يومًا.
fault-time-order = يجب أن تكون البداية قبل النهاية. غيّروا واحدة منهما.
fault-status-not-issued = لا يمكن نشر رسالة بهذه الصفة. اختاروا «{ status-actual }» أو «{ status-exercise }» أو «{ status-test }».
fault-area-unknown = هذا الرمز لا يدل على أي مكان في الإقليم. استعملوا رمز NIS أو رمزًا بريديًا أو رمز منطقة شرطة.
fault-area-missing = لم يُذكر أي مكان. اختاروا بلدية واحدة على الأقل أو ارسموا منطقة.
fault-too-many-areas = الأماكن كثيرة جدًا. أبقوا عددًا أقل أو اختاروا الإقليم كله.
fault-shape-too-few = هناك نقاط ناقصة. ارسموا ثلاث زوايا على الأقل ثم ارجعوا إلى الأولى.
fault-shape-too-many = نقاط هذا الشكل كثيرة جدًا. بسّطوه: 5000 نقطة على الأكثر.
fault-shape-open = هذا الشكل غير مغلق. أنهوه بنقطته الأولى.
fault-shape-crossed = خط هذا الشكل يتقاطع مع نفسه أو يلامسها، أو ليست له مساحة. ارسموه من جديد.
fault-shape-swapped = الإحداثيات معكوسة. اكتبوا خط العرض أولًا (نحو 50,8) ثم خط الطول (نحو 4,4).
fault-shape-outside = هذا المكان ليس في بلجيكا. تحقّقوا من الإحداثيات.
fault-shape-radius = نصف القطر هذا غير ممكن. اختاروا أكثر من 0 و50 كيلومترًا على الأكثر.
fault-shape-not-in-region = هذه المنطقة لا تلامس أي بلدية في الإقليم. انقلوها أو كبّروها.
fault-point-needs-both = خط العرض أو خط الطول ناقص. اكتبوا الاثنين معًا أو لا تكتبوا أيًا منهما.
fault-degrees = اكتبوا عددًا عشريًا بالدرجات بنقطة، مثل 50.8466.
fault-endpoint = عنوان الإشعارات في متصفحكم غير صالح. أعيدوا تحميل الصفحة وحاولوا من جديد.
fault-endpoint-private = لا يمكننا الوصول إلى عنوان الإشعارات هذا على الإنترنت العام. جرّبوا متصفحًا آخر.
fault-endpoint-other = عنوان الإشعارات هذا ليس عنوان هذا الاشتراك. أنشئوا له اشتراكًا جديدًا.
fault-key = أحد مفاتيح متصفحكم غير صالح. أعيدوا تحميل الصفحة وحاولوا من جديد.
fault-receipt = إيصال التجربة هذا غير صالح أو مضت عليه أكثر من عشر دقائق. أعيدوا التجربة.
fault-rehearsal-code = رمز التمرين هذا غير صحيح. اطلبوه من منظّم التمرين، أو اتركوا الحقل فارغًا للإنذارات الحقيقية.
fault-json = ما أُرسل ليس JSON مقروءًا. تحقّقوا من شكله ومن نوع محتواه.
fault-json-shape = هذا الـ JSON ليس بالشكل المطلوب: { $reason }. قارنوه بتوثيق الواجهة.
fault-query = أحد معاملات العنوان غير صالح: { $reason }. صحّحوه.
fault-page = اذكروا رقم صفحة: عدد صحيح ابتداءً من 1.
fault-per-page = اطلبوا من 1 إلى 100 عنصر في كل صفحة.
fault-form = تعذّرت قراءة الاستمارة. أعيدوا تحميل الصفحة ثم أرسلوها من جديد.

## Page and list of alerts

alerts-more =
    { $count ->
        [zero] لا توجد إنذارات أخرى
        [one] عرض إنذار آخر
        [two] عرض إنذارين آخرين
        [few] عرض { $count } إنذارات أخرى
        [many] عرض { $count } إنذارًا آخر
       *[other] عرض { $count } إنذار آخر
    }
alerts-as-of = الوضع عند الساعة
alert-do-now = ماذا تفعلون الآن
alert-what = ما الذي يحدث
alert-where = أين
alert-sent = وقت الإرسال
alert-onset = البداية
alert-ended = وقت الانتهاء
alert-expires = صالح حتى
alert-next = المعلومة التالية
alert-who = الجهة المُصدِرة
alert-level = مستوى إدارة الأزمة
alert-contact = جهة الاتصال المخصّصة لكم
alert-aftercare = الدعم والمساعدة بعد حالة طارئة
alert-guide = قراءة الدليل كاملًا
alert-receive = تلقّي الإنذارات
alert-other-languages = لغات أخرى وبيانات
alert-not-in-language = هذا الإنذار غير متوفر بعد باللغة العربية. يمكنكم قراءته باللغات الآتية:
page-home = إلى الصفحة الرئيسية
office-home = العودة إلى مساحة العمل
office-sign-in = تسجيل الدخول

## Formats
# list-comma separates names; "_" stands for a space, which cannot end a line.
# The values of distances and times arrive already formatted.

area-region = إقليم بروكسل العاصمة
list-comma = ،_
list-and = { $head } و { $last }
distance-m = { $value } متر
distance-km = { $value } كم
clock-time = { $hour }:{ $minute }
clock-date-time = { $day } { $month } { $year }، الساعة { $hour }:{ $minute }
clock-brief = { $day }/{ $number }، { $hour }:{ $minute }
