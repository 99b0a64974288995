#!/usr/bin/env bash
# Brings back what backup.sh has saved, into nothing: a database without tables, a folder without files.
#
#     restore.sh --check ARCHIVE            compares the archive with its manifest and says what it is
#     restore.sh ARCHIVE FOLDER             the same, puts keys, settings and models into FOLDER, and loads the database
#     restore.sh --verify ARCHIVE           afterwards: verifies the trail and every published result in the database
#
# The database is that of THANG_DB_URL with the account of THANG_DB_OWNER_USER, from the environment or from THANG_ENV
# (/etc/thang/thang.env): the settings of the machine to which it comes, not those of the archive.
# THANG_BACKUP_PASSPHRASE_FILE opens an archive that is encrypted. For --verify: /opt/thang/thang.jar, or a war
# that THANG_WAR names, and the certificates of THANG_ANCHOR_CERTIFICATE_FILE.
set -euo pipefail
umask 077

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/database.sh"

deed=restore
case "${1:-}" in
    --check | --verify) deed=${1#--}; shift ;;
esac
archive=${1:?usage: restore.sh [--check | --verify] ARCHIVE [FOLDER]}
[ -f "$archive" ] || fail "no such archive: $archive"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
content=$work/content
mkdir "$content"
case "$archive" in
    *.enc) passphrase=$(setting THANG_BACKUP_PASSPHRASE_FILE)
        [ -n "$passphrase" ] || fail "THANG_BACKUP_PASSPHRASE_FILE is not set, and the archive is encrypted"
        openssl enc -d -aes-256-cbc -pbkdf2 -iter 600000 -pass "file:$passphrase" -in "$archive" | tar -C "$content" -xf - ;;
    *) tar -C "$content" -xf "$archive" ;;
esac
[ -f "$content/manifest.sha256" ] || fail "this is no archive of backup.sh: $archive"
(cd "$content" && sha256sum --quiet --strict -c manifest.sha256) || fail "the archive is damaged"
[ "$(cd "$content" && find . -type f ! -name manifest.sha256 | wc -l)" = "$(wc -l < "$content/manifest.sha256")" ] \
    || fail "the archive holds files that its manifest does not name"
cat "$content/facts"
fact() {
    sed -n "s/^$1=//p" "$content/facts"
}

case $deed in
    check) ;;
    restore)
        folder=${2:?usage: restore.sh ARCHIVE FOLDER}
        [ ! -e "$folder" ] || [ -z "$(ls -A "$folder")" ] || fail "there is something in $folder"
        connect "$work"
        [ "$(ask "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()")" = 0 ] \
            || fail "there are tables in the database $database"
        mkdir -p "$folder"
        # views belong to whoever owns the database here
        gzip -dc "$content/database.sql.gz" | sed -E '/^\/\*!500(13|03) /s/DEFINER=`[^`]+`@`[^`]+` ?//' \
            | "$client" --defaults-extra-file="$connection" --default-character-set=utf8mb4 --max-allowed-packet=1G "$database"
        [ "$(ask "SELECT COUNT(*) FROM trail_block WHERE CONCAT(number, '=', block_hash) = '$(fact trail)'")" = 1 ] \
            || [ -z "$(fact trail)" ] || fail "the database lacks the block of the trail that the archive names"
        rm "$content/database.sql.gz" "$content/manifest.sha256"
        cp -R "$content/." "$folder/"
        echo "restored: database $database; keys and settings in $folder" ;;
    verify)
        connect "$work"
        war=$(setting THANG_WAR); authorities=$(setting THANG_ANCHOR_CERTIFICATE_FILE)
        verify=(java -jar /opt/thang/thang.jar verify)
        if [ -n "$war" ]; then
            mkdir "$work/war"
            (cd "$work/war" && unzip -q "$war" 'WEB-INF/*')
            verify=(java -cp "$work/war/WEB-INF/classes:$work/war/WEB-INF/lib/*:$work/war/WEB-INF/verify/*" vn.thang.proof.Verify)
        fi
        sed -n 's/^password="\(.*\)"$/\1/p' "$connection" | sed -e 's/\\\(.\)/\1/g' > "$work/password"
        "${verify[@]}" --database "$(setting THANG_DB_URL)" --user "$(sed -n 's/^user=//p' "$connection")" \
            --password-file "$work/password" --known "$(fact trail)" ${authorities:+--trusted "$authorities"} ;;
esac
