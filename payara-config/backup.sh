#!/usr/bin/env bash
# Saves Thang whole into one archive: the database as of one moment, the keys, the settings, and a manifest of hashes.
#
#     backup.sh FOLDER          the archive comes into this folder; its name is the last line that is written
#
# Settings, from the environment or else from the file that THANG_ENV names (/etc/thang/thang.env):
#   THANG_DB_URL, THANG_DB_OWNER_USER, THANG_DB_OWNER_PASSWORD   the database and the account that owns it
#   THANG_..._KEY_FILE, THANG_..._FILE, THANG_MODEL_DIR   whatever file a setting names is taken along, passwords too; keys under keys/
#   THANG_BACKUP_ALSO          further files or folders, separated by colons; one behind a minus, as in -/etc/nginx/tls, may be absent
#   THANG_BACKUP_PASSPHRASE_FILE   with it the archive is encrypted (AES-256, key by PBKDF2); keep a copy elsewhere
#   THANG_BACKUP_KEEP_DAYS     archives of this command that are older go after a new one stands (30; 0: none goes)
# Programs: bash, tar, gzip, openssl, sha256sum, mariadb and mariadb-dump (in the PATH, or in THANG_MARIADB_BIN).
set -euo pipefail
umask 077

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/database.sh"

folder=${1:?usage: backup.sh FOLDER}
[ -d "$folder" ] || fail "no such folder: $folder"
begin=$(date +%s)
work=$(mktemp -d "$folder/.thang-backup-XXXXXX")
trap 'rm -rf "$work"' EXIT
content=$work/content
mkdir -p "$content"
connect "$work"

# The head of the trail before the database is read: the copy holds this block, or it is not whole.
head=$(ask "SELECT CONCAT(number, '=', block_hash) FROM trail_block ORDER BY number DESC LIMIT 1")
schema=$(ask "SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1")
server=$(ask "SELECT VERSION()")
logged=$(ask "SELECT @@log_bin")

options=(--single-transaction --quick --hex-blob --routines --triggers --events --default-character-set=utf8mb4 --skip-dump-date)
[ "$logged" = 1 ] && options+=(--master-data=2)
"$dump" --defaults-extra-file="$work/client.cnf" "${options[@]}" "$database" | gzip -n > "$content/database.sql.gz"
[ "$(gzip -dc "$content/database.sql.gz" | tail -n 1 | cut -c 1-17)" = "-- Dump completed" ] || fail "the dump has no end"
position=
if [ "$logged" = 1 ]; then
    position=$(gzip -dc "$content/database.sql.gz" | head -n 200 | sed -n "s/^-- CHANGE MASTER TO MASTER_LOG_FILE='\([^']*\)', MASTER_LOG_POS=\([0-9]*\);.*/\1:\2/p" | head -n 1 || true)
fi

keep() { # name in the archive, what
    [ -e "$2" ] || fail "cannot be saved, because it is not there: $2"
    mkdir -p "$content/$1"
    cp -RL "$2" "$content/$1/"
}
[ -f "$settings" ] && keep settings "$settings"
for name in $(names | grep '_FILE$'); do
    file=$(setting "$name")
    case $name in
        THANG_BACKUP_PASSPHRASE_FILE) continue ;;
        *_KEY_FILE) place=keys ;;
        *) place=files/$name ;;
    esac
    [ -z "$file" ] || keep "$place" "$file"
done
models=$(setting THANG_MODEL_DIR)
[ -z "$models" ] || keep models "$models"
also=$(setting THANG_BACKUP_ALSO)
IFS=: read -ra places <<< "$also"
for place in "${places[@]}"; do
    case $place in
        -*) place=${place#-}
            [ -e "$place" ] || continue ;;
    esac
    [ -z "$place" ] || keep "also$(dirname "$place")" "$place"
done

printf 'made=%s\nhost=%s\ndatabase=%s\nschema=%s\ntrail=%s\nposition=%s\n' \
    "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$(hostname)" "$server" "$schema" "$head" "$position" > "$content/facts"
(cd "$content" && find . -type f ! -name manifest.sha256 -print0 | sort -z | xargs -0 sha256sum > manifest.sha256)

name=thang-$(date -u +%Y%m%dT%H%M%SZ).tar
passphrase=$(setting THANG_BACKUP_PASSPHRASE_FILE)
if [ -n "$passphrase" ]; then
    name=$name.enc
    tar -C "$content" -cf - . | openssl enc -aes-256-cbc -salt -pbkdf2 -iter 600000 -pass "file:$passphrase" > "$work/$name"
else
    tar -C "$content" -cf "$work/$name" .
fi
sync "$work/$name"
mv -n "$work/$name" "$folder/$name"
[ ! -e "$work/$name" ] || fail "there is already $folder/$name"

hash=$(sha256sum "$folder/$name" | cut -d ' ' -f 1)
ask "INSERT INTO backup (finished_at, name, sha256, bytes, seconds, host, position) VALUES (UTC_TIMESTAMP(6), '$name',
    '$hash', $(stat -c %s "$folder/$name"), $(($(date +%s) - begin)), '$(hostname | tr -cd 'A-Za-z0-9.-')', NULLIF('$position', ''))"
days=$(setting THANG_BACKUP_KEEP_DAYS)
if [ "${days:-30}" -gt 0 ]; then
    find "$folder" -maxdepth 1 -type f -name 'thang-*T*Z.tar*' -mtime +"${days:-30}" ! -name "$name" -delete
fi
echo "$folder/$name"
