#!/usr/bin/env bash
# Makes the two accounts of Thang in a database server that begins, from passwords in files: the image of MariaDB runs it once,
# before anybody is let in (compose.yaml). MARIADB_DATABASE is the database that it has made.
set -euo pipefail

secrets=${THANG_SECRETS:-/run/secrets}

quoted() { # file
    local text
    text=$(cat "$secrets/$1")
    text=${text//\\/\\\\}
    printf "'%s'" "${text//\'/\\\'}"
}

mariadb --protocol=socket --user=root --password="$(cat "$secrets/database-root-password")" <<SQL
CREATE USER thang_owner@'%' IDENTIFIED BY $(quoted database-owner-password);
GRANT ALL ON \`$MARIADB_DATABASE\`.* TO thang_owner@'%' WITH GRANT OPTION;
GRANT PROCESS ON *.* TO thang_owner@'%';
CREATE USER thang@'%' IDENTIFIED BY $(quoted database-password);
GRANT EXECUTE ON \`$MARIADB_DATABASE\`.* TO thang@'%';
GRANT PROCESS ON *.* TO thang@'%';
SQL
