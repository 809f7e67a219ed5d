# Words of the search page. The names of kinds stand beside results and above them.

search-title = Arama
search-empty = Bir veya iki kelime yazın: bir sorun, bir yer, bir hizmet.
search-nothing = Sayfa bulunamadı. Daha basit veya daha genel bir kelime ya da aynı şey için başka bir kelime deneyin.
search-wait = Arama hazırlanıyor. Birkaç saniye bekleyin, sonra yeniden arayın.
search-count = { $count } sayfa bulundu
search-meant = “{ $words }” için sonuçlar.
search-other-language = Başka dilde sayfa: { $language }
search-filter = Sayfa türü seçin
search-pages = Sonuç sayfaları
search-position = Sayfa { $page } / { $pages }
search-previous = Önceki sayfa
search-next = Sonraki sayfa
search-privacy = Aradığınız kelimeler saklanmaz.
search-help-title = Kendiniz veya bir başkası için yardıma mı ihtiyacınız var?

search-kind-all = Tümü
search-kind-advice = Öneriler
search-kind-guide = Ne yapmalı
search-kind-help = Yardım
search-kind-page = Sayfalar
search-kind-area = Belediyeler
search-kind-measure = Plan tedbirleri
search-kind-plan = Planlar
search-kind-theme = Plan konuları
search-kind-publication = Yayınlar
search-kind-dataset = Rakamlar
search-kind-campaign = Kampanyalar
search-kind-news = Haberler
search-kind-dossier = Kriz dosyaları
