# How the commands beside this file find settings and database; it is read by them and does nothing by itself.

fail() {
    echo "thang: $*" >&2
    exit 1
}

settings=${THANG_ENV:-/etc/thang/thang.env}

# A setting, from the environment or from the file of the unit, as systemd reads it: no shell looks at its value.
setting() {
    if [ -n "${!1+set}" ]; then
        printf '%s' "${!1}"
    elif [ -f "$settings" ]; then
        sed -n "s/^$1=//p" "$settings" | tail -n 1 | sed -e 's/^"\(.*\)"$/\1/' -e "s/^'\(.*\)'\$/\1/"
    fi
}

# The names of all settings that are set.
names() {
    { compgen -e; [ ! -f "$settings" ] || sed -n 's/^\(THANG_[A-Z0-9_]*\)=.*/\1/p' "$settings"; } | grep '^THANG_' | sort -u
}

# A secret may stand in a file of its own, which a second setting names.
secret() { # setting
    local file
    file=$(setting "$1_FILE")
    if [ -n "$file" ]; then cat "$file"; else setting "$1"; fi
}

# Writes how to reach the database into a file that only this account reads, and finds the programs. Of several hosts it is the one
# that takes writes: which one that is changes when a replica is promoted, and the order of the address does not say it.
connect() { # folder
    local url address addresses each host port user password bin
    url=$(setting THANG_DB_URL)
    [ -n "$url" ] || fail "THANG_DB_URL is not set, and $settings does not say it"
    address=${url#*://}
    address=${address%%\?*}
    database=${address##*/}
    user=$(setting THANG_DB_OWNER_USER)
    password=$(secret THANG_DB_OWNER_PASSWORD)
    if [ -z "$user" ]; then
        user=$(setting THANG_DB_USER)
        password=$(secret THANG_DB_PASSWORD)
    fi
    password=${password//\\/\\\\}
    bin=$(setting THANG_MARIADB_BIN)
    client=${bin:+$bin/}mariadb
    dump=${bin:+$bin/}mariadb-dump
    command -v "$client" > /dev/null || fail "no $client"
    command -v "$dump" > /dev/null || fail "no $dump"
    connection=$1/client.cnf
    IFS=, read -ra addresses <<< "${address%%/*}"
    for each in "${addresses[@]}"; do
        host=${each%%:*}
        port=${each##*:}
        [ "$port" != "$each" ] || port=3306
        printf '[client]\nprotocol=tcp\nhost=%s\nport=%s\nuser=%s\npassword="%s"\n' \
            "$host" "$port" "$user" "${password//\"/\\\"}" > "$connection"
        [ "${#addresses[@]}" -gt 1 ] || return 0
        [ "$(ask "SELECT @@read_only")" != 0 ] || return 0
    done
    fail "none of the databases takes writes: $url"
}

ask() { # statement
    "$client" --defaults-extra-file="$connection" --connect-timeout=10 --batch --skip-column-names --default-character-set=utf8mb4 "$database" -e "$1"
}
