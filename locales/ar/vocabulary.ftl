# How citizens read the values of an alert (CAP 1.2, section 3.2). An id is the
# name of the element and its value in lower case.

## Severity: how serious the event is (CAP 1.2, severity)

severity-extreme = بالغة الخطورة
severity-severe = خطيرة
severity-moderate = متوسطة
severity-minor = خفيفة
severity-unknown = درجة الخطورة غير معروفة

## Urgency: how soon to act (CAP 1.2, urgency)

urgency-immediate = التصرف الآن
urgency-expected = التصرف قريبًا
urgency-future = الاستعداد
urgency-past = انتهى ولا حاجة إلى أي تصرف
urgency-unknown = درجة الاستعجال غير معروفة

## Certainty: how sure it is (CAP 1.2, certainty)

certainty-observed = مؤكد
certainty-likely = مرجّح
certainty-possible = ممكن
certainty-unlikely = غير مرجّح
certainty-unknown = درجة التأكد غير معروفة

## Category: what kind of event (CAP 1.2, category)

category-geo = الأرض والزلازل
category-met = الطقس والفيضانات
category-safety = السلامة العامة
category-security = التهديدات وحفظ النظام
category-rescue = البحث والإنقاذ
category-fire = حريق
category-health = الصحة
category-env = البيئة والتلوث
category-transport = المرور والنقل
category-infra = الكهرباء والماء والاتصالات
category-cbrne = مواد خطرة
category-other = أخرى

## Response: what people are asked to do (CAP 1.2, responseType)

response-shelter = الاحتماء
response-evacuate = مغادرة المكان
response-prepare = الاستعداد
response-execute = تطبيق التعليمات
response-avoid = تجنّب المكان أو الخطر
response-monitor = متابعة الأخبار
response-assess = تقدير الوضع
response-allclear = زوال الخطر
response-none = لا حاجة إلى أي تصرف

## State of an alert on the portal

state-active = سارٍ
state-ended = انتهى
state-cancelled = ملغى
state-expired = انتهت مدته

## Status of a message (CAP 1.2, status)

status-actual = حقيقي
status-exercise = تمرين
status-test = اختبار تقني
status-system = رسالة تقنية
status-draft = مسودة

## Type of a message (CAP 1.2, msgType)

msgtype-alert = إنذار
msgtype-update = تحديث
msgtype-cancel = إلغاء

## Level of crisis management

level-communal = بلدي
level-provincial = على مستوى المقاطعة
level-federal = اتحادي

## Languages, as readers of this file call them (their own names: `language-name`)

language-fr = الفرنسية
language-nl = الهولندية
language-en = الإنجليزية
language-de = الألمانية
language-ar = العربية
language-tr = التركية
language-es = الإسبانية
language-uk = الأوكرانية
language-ru = الروسية
language-pl = البولندية
language-pt = البرتغالية
language-ro = الرومانية
language-bg = البلغارية
language-it = الإيطالية
language-sq = الألبانية
language-fa = الفارسية
language-ps = البشتوية
language-ti = التغرينية
language-so = الصومالية
