# The page of the links to other sites.

office-nav-links = Liens
office-links = Liens vers d’autres sites
office-links-lede = Le portail vérifie chaque semaine que les adresses citées dans nos pages répondent encore. Corrigez l’adresse dans le contenu ou dans la fiche du service, ou notez que vous l’avez vue.
office-links-off = Ce système ne vérifie pas les liens de lui-même. Le service technique règle cela sous « links ».
office-links-views = Listes de liens
office-links-view-open = À regarder
office-links-view-broken = Cassés
office-links-view-moved = Déplacés ou protégés
office-links-view-all = Tous
office-links-none = Aucun lien dans cette liste.
office-links-address = Adresse
office-links-state = État
office-links-since = Depuis
office-links-asked = Dernière vérification
office-links-pages = Où se trouve le lien
office-links-act = Suite
office-links-see = Marquer comme vu
office-links-seen = Vu : { $when }
office-links-never = pas encore
office-links-count =
    { $count ->
        [one] { $count } lien
       *[other] { $count } liens
    }
office-links-more =
    { $count ->
        [one] et { $count } autre page
       *[other] et { $count } autres pages
    }
office-done-link-seen = Le lien est marqué comme vu.
office-link-new = Pas encore vérifié
office-link-good = Répond
office-link-moved = A changé d’adresse
office-link-guarded = Refuse les programmes : à vérifier à la main
office-link-gone = N’existe plus
office-link-faulty = Répond par une erreur
office-link-silent = Ne répond pas
office-link-tls = Certificat non valable
office-link-astray = Tourne en rond
office-link-refused = Adresse non autorisée
rule-link-changed = L’état de ce lien a changé entre-temps. Regardez la liste à nouveau.
