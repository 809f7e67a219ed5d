# What is wrong with a content file, and what to write instead. One message per code.

content-bad-date = La clé « { $key } » contient « { $value } », qui n’est pas une date. Écrivez 2026, 2026-11 ou 2026-11-21.
content-bad-id = L’identifiant « { $id } » ne convient pas comme adresse. Utilisez des minuscules sans accent, des chiffres et des traits d’union.
content-bad-language = « { $value } » n’est pas un code de langue ({ $key }). Écrivez par exemple fr, nl ou en.
content-bad-order-of-blocks = Les quatre titres « ## » ne sont pas dans l’ordre attendu. Suivez le schéma de content/README.md.
content-bad-row = La ligne « { $row } » ne convient pas : { $what }. Comparez-la avec les autres lignes du tableau.
content-bad-source = La source « { $value } » est inconnue. Écrivez document:ligne (par exemple 001:132-196) ou ajoutez-la à sources.toml.
content-bad-toml = Ce fichier n’est pas lisible : { $reason }. Vérifiez les guillemets, les crochets et les virgules à cet endroit.
content-column-count = Cette ligne a { $found } valeurs pour { $expected } colonnes. Ajoutez les valeurs qui manquent, ou "" quand la source n’en donne pas.
content-duplicate-id = « { $id } » existe déjà. Choisissez un autre identifiant ou supprimez le doublon.
content-empty-text = Le texte « { $key } » est vide en { $lang }. Écrivez-le, ou retirez cette langue.
content-expired = Cette information vaut jusqu’au { $date }. Vérifiez-la et avancez la date.
content-front-matter-missing = Le fichier doit commencer par un bloc entre deux lignes +++ avec title et summary.
content-heading-level = Un titre commence par un seul #. Commencez les titres par ##.
content-html = Le code HTML « { $tag } » n’est pas permis. Écrivez en Markdown.
content-image-without-alt = Cette image n’a pas de texte de remplacement. Écrivez-le entre les crochets : ![texte](image).
content-link-broken = Le lien « { $link } » ne mène nulle part. Corrigez l’adresse ou créez la page.
content-image-form = L’image « { $link } » ne vient pas de ce site. Placez-la dans site/static et écrivez son chemin, qui commence par /.
content-image-missing = L’image « { $link } » n’existe pas. Placez-la dans site/static ou corrigez son nom.
content-link-form = Le lien « { $link } » n’a pas la bonne forme. Écrivez @/section/id pour une page du portail, ou une adresse complète qui commence par https://.
content-may-not-be-published = Cette valeur a la marque { $mark } et ne peut pas être publiée. Mettez publish = false, ou trouvez la page de son propriétaire.
content-missing-body = Il manque le texte en { $lang } de « { $id } ». Créez le fichier { $lang }.md à côté de item.toml.
content-missing-key = Il manque la clé « { $key } ». Ajoutez-la.
content-missing-language = Le texte « { $key } » manque en { $lang }. Ajoutez la traduction.
content-must-not-be-stored = La clé « { $key } » ne peut pas exister ici, même cachée. Supprimez-la.
content-not-one-of = « { $value } » n’est pas permis pour « { $key } ». Choisissez parmi : { $allowed }.
content-summary-too-long = Le résumé compte { $length } caractères. Raccourcissez-le à { $limit }.
content-template-syntax = Les signes « { $sign } » ne sont pas permis dans un texte. Écrivez-les autrement.
content-term-language = Le texte dit « { $found } », mais le glossaire dit ici « { $expected } ». Reprenez cette forme.
content-text-has-control = Le texte « { $key } » contient un caractère invisible. Effacez-le et retapez le mot.
content-unknown-area = « { $value } » n’est le code NIS d’aucune commune.
content-unknown-key = La clé « { $key } » est inconnue ici. Corrigez son nom ou retirez-la.
content-unknown-reference = « { $value } » n’existe pas ({ $kind }). Corrigez le nom ou créez l’élément.
content-unreadable = Ce fichier ne peut pas être lu : { $reason }. Vérifiez son nom et ses droits.
content-wrong-type = La clé « { $key } » n’a pas la bonne forme. Il faut : { $expected }.
