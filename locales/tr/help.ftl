# Words of the directory of help services: list, sheet, file.

## List

help-results-title = Bir hizmet bulun
help-filter-title = Seçin
help-filter-situation = Durum
help-filter-need = Yardım türü
help-filter-audience = Kimin için
help-filter-topic = Konu
help-filter-language = Konuşulan dil
help-filter-municipality = Belediye
help-filter-any = Fark etmez
help-filter-open = Şimdi yanıt veriyor
help-filter-free = Ücretsiz
help-filter-submit = Hizmetleri göster
help-filter-export = Bu listeyi indir (CSV)
help-results-count = { $count ->
    [0] Hizmet yok
   *[other] { $count } hizmet
}
help-results-none = Bu seçimler için burada henüz bir hizmet yok. Daha fazlasını görmek için bir seçimi kaldırın.
help-results-all = Tüm hizmetleri gör
help-results-talk = Şimdi biriyle konuşun
help-results-ignored = Seçimlerden biri burada yok. Liste onu dikkate almaz.
help-results-open-note = Hizmetlerin kendi yayımladığı saatlere göre. Saatleri bilinmeyenler görünmez.
help-file-note = İndirilen dosya cihazda kalır; başka biri onu görebilir.
help-again-title = Sayfa kapatıldı
help-again-button = Sayfayı göster

## Hours

help-open-always = Gece gündüz yanıt verir.
help-open-until = Şimdi yanıt veriyor (bitiş: { $when }).
help-open-by = Şu anda { $name } yanıt veriyor.
help-open-appointment = Şimdi açık, randevuyla.
help-closed = Şimdi yanıt vermiyor.
help-closed-opens = Şimdi yanıt vermiyor. Tekrar: { $when }.
help-hours-unknown = Saatler hizmete sorularak doğrulanmalı
help-when-today = { $time }
help-when-tomorrow = yarın { $time }
help-when-day = { $day } { $time }
help-day-mo = pazartesi
help-day-tu = salı
help-day-we = çarşamba
help-day-th = perşembe
help-day-fr = cuma
help-day-sa = cumartesi
help-day-su = pazar
help-days-all = Her gün
help-days-run = { $from } – { $to }
help-days-holidays = Resmî tatiller
help-hours-row = { $days }: { $hours }
help-day-and-night = 24 saat
help-answered-by = { $name } yanıt verir
help-appointment = randevuyla

## Sheet

help-sheet-back = Tüm hizmetler
help-sheet-reach = Bu hizmete ulaşın
help-sheet-about = Bilinenler
help-sheet-owner = Yürüten
help-sheet-audience = Kimin için
help-sheet-price = Ücret
help-sheet-eligibility = Koşullar
help-sheet-coverage = Nerede
help-sheet-unconfirmed = Doğrulanacak
help-sheet-checked = Kaynakların okunduğu tarih: { $month }
help-sheet-confirmed = Telefonla doğrulandı: { $day }
help-mail-note = Gönderilen ileti, gönderilenler klasörünüzde kalır.
help-channel-web = Site
help-channel-chat = Sohbet
help-channel-mail = E-posta adresi
help-channel-app = Uygulama
help-channel-form = Hizmetin formu
help-channel-walk-in = Yerinde
help-channel-online-booking = Çevrimiçi randevu
help-field-phones = telefon
help-field-channels = diğer iletişim yolları
help-field-schedules = saatler
help-field-languages = diller
help-field-places = adres
help-field-accessibility = erişilebilirlik
help-field-chat = sohbet
help-field-interpreters = tercümanlar
help-field-eligibility = koşullar
help-field-existence = hizmetin hâlâ var olup olmadığı
help-flag-open-24h = 24 saat açık
help-flag-minors-accepted = reşit olmayanlar kabul edilir
help-flag-children-accepted = çocuklar kabul edilir
help-flag-wheelchair = tekerlekli sandalyeye uygun
help-area-country = Tüm Belçika

## Vocabularies

help-taxonomy-audience = Hedef kitle
help-taxonomy-audience-text = Hizmetin kimin için olduğu
help-taxonomy-situation = Durum
help-taxonomy-situation-text = Kişinin yaşadığı durum
help-taxonomy-need = İhtiyaç
help-taxonomy-need-text = Hizmetin sunduğu
help-taxonomy-topic = Konu
help-taxonomy-topic-text = Ne hakkında olduğu

## File

help-col-name = Hizmet
help-col-organization = Kuruluş
help-col-description = Açıklama
help-col-audiences = Hedef kitle
help-col-situations = Durumlar
help-col-needs = İhtiyaçlar
help-col-topics = Konular
help-col-phones = Telefon
help-col-mail = E-posta adresi
help-col-site = Site
help-col-languages = Diller
help-col-hours = Saatler (hizmete sorularak doğrulanmalı)
help-col-places = Adres
help-col-coverage = Bölge
help-col-unconfirmed = Doğrulanacak
help-col-valid = Yeniden bakılacak tarih
help-col-referral = Nasıl yönlendirilir (ortaklar)

## On paper

help-brochure-title = Yardım numaraları ve hizmetleri
help-brochure-subtitle = Brüksel Başkent Bölgesi
help-brochure-author = safe.brussels
help-brochure-date = { $day } tarihinde safe.brussels rehberinden hazırlandı. Bir numara değişebilir: her zaman son sürümü alın.
help-brochure-emergency = Acil tehlike
help-brochure-intro = Bu hizmetler Brüksel’de veya tüm ülkede dinler, danışmanlık verir, tedavi eder veya eşlik eder.
help-brochure-give = Bu broşürü birine mi veriyorsunuz? Önce saklamanın güvenli olup olmadığını sorun: evde bu kâğıt bulunabilir.
help-brochure-missing = “Doğrulanacak”, hizmetin bu bilgiyi doğrulamadığı anlamına gelir: yanıtı hizmetin sitesi veya bir telefon verir. Bu broşürde hiçbir barınma adresi yoktur.
help-brochure-calls = Bir arama, ücretsiz olsa bile telefonun arama kaydında kalır. Fatura hakkında bir şey yazmıyorsa, numaranın faturada görünüp görünmediğini bilmiyoruz.
help-brochure-footer = safe.brussels · { $day }
help-brochure-page = Sayfa { $page } / { $pages }
help-chapter-home = Evde veya ailede şiddet
help-chapter-sexual = Cinsel şiddet
help-chapter-young = Çocuklar ve gençler
help-chapter-talk = Biriyle konuşmak
help-chapter-respect = Taciz, ayrımcılık, çevrimiçi şiddet
help-chapter-exploited = Sömürü ve insan ticareti
help-chapter-arrival = Belçika’ya yeni gelenler, oturum ve sağlık hizmeti
help-chapter-street = Evsizlik ve uyuşturucu
help-chapter-police = Polis, hırsızlık ve kaza
help-chapter-worried = Radikalleşen bir yakını için endişelenmek
help-chapter-other = Diğer hizmetler
help-chapter-change = Davranışını değiştirmek isteyenler için
