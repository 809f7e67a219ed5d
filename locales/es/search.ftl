# Words of the search page. The names of kinds stand beside results and above them.

search-title = Buscar
search-empty = Escriba una o dos palabras: un problema, un lugar, un servicio.
search-nothing = No se ha encontrado ninguna página. Pruebe con una palabra más sencilla o más general, o con otra palabra para lo mismo.
search-wait = La búsqueda se está preparando. Espere unos segundos y vuelva a buscar.
search-count =
    { $count ->
        [one] { $count } página encontrada
       *[other] { $count } páginas encontradas
    }
search-meant = Resultados de «{ $words }».
search-other-language = Página en otro idioma: { $language }
search-filter = Elegir un tipo de página
search-pages = Páginas de resultados
search-position = Página { $page } de { $pages }
search-previous = Página anterior
search-next = Página siguiente
search-privacy = Las palabras que busca no se guardan.
search-help-title = ¿Necesita ayuda, para usted o para otra persona?

search-kind-all = Todo
search-kind-advice = Consejos
search-kind-guide = Qué hacer
search-kind-help = Ayuda
search-kind-page = Páginas
search-kind-area = Municipios
search-kind-measure = Medidas de los planes
search-kind-plan = Planes
search-kind-theme = Temas de los planes
search-kind-publication = Publicaciones
search-kind-dataset = Cifras
search-kind-campaign = Campañas
search-kind-news = Noticias
search-kind-dossier = Expedientes de crisis
