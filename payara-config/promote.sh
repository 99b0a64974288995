#!/usr/bin/env bash
# Makes the replica the primary after the primary is lost. Runs on the machine of the replica, as an account of the database that may
# do this: MARIADB_OPTIONS says how to reach it, such as "--socket=/run/mysqld/mysqld.sock" (the default is that of the client).
#
#     promote.sh
#
# Before it: make sure that the old primary is dead and stays so (switched off, or its unit masked and its address taken away). An old
# primary that comes back would be a second one, and the application would ask whichever answers first.
set -euo pipefail

client=${THANG_MARIADB_BIN:+$THANG_MARIADB_BIN/}mariadb
ask() {
    # the options are several words
    # shellcheck disable=SC2086
    "$client" ${MARIADB_OPTIONS:-} --batch --skip-column-names -e "$1"
}

[ "$(ask "SELECT COUNT(*) FROM information_schema.processlist WHERE command = 'Slave_IO' OR command = 'Slave_SQL'")" != 0 ] \
    || { echo "promote: this is no replica that runs" >&2; exit 1; }
# 1. Nothing more is received.
ask "STOP SLAVE IO_THREAD"
# 2. Everything that was received is applied: what was acknowledged is among it.
wait=${THANG_PROMOTE_SECONDS:-600}
while [ "$wait" -gt 0 ]; do
    state=$("$client" ${MARIADB_OPTIONS:-} -e "SHOW SLAVE STATUS\G" | sed -n 's/^ *Slave_SQL_Running_State: //p')
    case $state in
        *"has read all relay log"*) break ;;
    esac
    sleep 1
    wait=$((wait - 1))
done
[ "$wait" -gt 0 ] || { echo "promote: what was received is not applied yet: $state" >&2; exit 1; }
# 3. It is no replica any more, and takes writes.
ask "STOP SLAVE; RESET SLAVE ALL; SET GLOBAL rpl_semi_sync_slave_enabled = OFF; SET GLOBAL read_only = OFF"
echo "promoted at $(ask "SELECT @@gtid_current_pos"). It goes on alone: take read_only out of its replica.cnf, and make a new replica."
