# How citizens read the values of an alert (CAP 1.2, section 3.2). An id is the
# name of the element and its value in lower case.

## Severity: how serious the event is (CAP 1.2, severity)

severity-extreme = Çok ağır
severity-severe = Ağır
severity-moderate = Orta
severity-minor = Hafif
severity-unknown = Ağırlık derecesi bilinmiyor

## Urgency: how soon to act (CAP 1.2, urgency)

urgency-immediate = Hemen harekete geçin
urgency-expected = Yakında harekete geçin
urgency-future = Hazırlanın
urgency-past = Geçti, yapılacak bir şey yok
urgency-unknown = Aciliyeti bilinmiyor

## Certainty: how sure it is (CAP 1.2, certainty)

certainty-observed = Gözlemlendi
certainty-likely = Muhtemel
certainty-possible = Olası
certainty-unlikely = Düşük olasılık
certainty-unknown = Kesinlik bilinmiyor

## Category: what kind of event (CAP 1.2, category)

category-geo = Zemin ve depremler
category-met = Hava ve su baskınları
category-safety = Kamu güvenliği
category-security = Tehditler ve kamu düzeni
category-rescue = Arama ve kurtarma
category-fire = Yangın
category-health = Sağlık
category-env = Çevre ve kirlilik
category-transport = Trafik ve ulaşım
category-infra = Elektrik, su, iletişim
category-cbrne = Tehlikeli maddeler
category-other = Diğer

## Response: what people are asked to do (CAP 1.2, responseType)

response-shelter = Sığının
response-evacuate = Bölgeden ayrılın
response-prepare = Hazırlanın
response-execute = Talimatı uygulayın
response-avoid = Yerden veya tehlikeden uzak durun
response-monitor = Bilgileri izleyin
response-assess = Durumu değerlendirin
response-allclear = Tehlike geçti
response-none = Yapılacak bir şey yok

## State of an alert on the portal

state-active = Sürüyor
state-ended = Sona erdi
state-cancelled = İptal edildi
state-expired = Süresi doldu

## Status of a message (CAP 1.2, status)

status-actual = Gerçek
status-exercise = Tatbikat
status-test = Teknik deneme
status-system = Sistem mesajı
status-draft = Taslak

## Type of a message (CAP 1.2, msgType)

msgtype-alert = Uyarı
msgtype-update = Güncelleme
msgtype-cancel = İptal

## Level of crisis management

level-communal = Belediye düzeyi
level-provincial = İl düzeyi
level-federal = Federal

## Languages, as readers of this file call them (their own names: `language-name`)

language-fr = Fransızca
language-nl = Felemenkçe
language-en = İngilizce
language-de = Almanca
language-ar = Arapça
language-tr = Türkçe
language-es = İspanyolca
language-uk = Ukraynaca
language-ru = Rusça
language-pl = Lehçe
language-pt = Portekizce
language-ro = Rumence
language-bg = Bulgarca
language-it = İtalyanca
language-sq = Arnavutça
language-fa = Farsça
language-ps = Peştuca
language-ti = Tigrinyaca
language-so = Somalice
