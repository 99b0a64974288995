#!/usr/bin/env bash
# Lets nginx ask no node on which the application does not stand. A node that starts takes connections a minute before that and tells
# everybody that there is no such page, which nginx would believe. Runs on the machine of nginx, by thang-nodes.service:
#
#     nodes.sh /etc/nginx/conf.d/thang.conf systemctl try-reload-or-restart nginx
#
# Each second it asks every node that the file names whether it is ready, and marks one that is not there as "down"; the mark goes when
# the node is ready. nginx takes the file up when a mark has changed. A node that is there and cannot work is marked after five
# seconds, and only while another one can; one that is merely slow is left to nginx. Where none is there all are marked, and people get
# the page of nginx that lets them wait. A mark of somebody else stays. Its own go when this program ends.
set -euo pipefail

site=$1
shift
reload=("$@")
mark='# left out by nodes.sh'
patience=5
changed=
declare -A said=() unready=()

nodes() {
    sed -nE 's/^ *server ([^ ;]+:[0-9]+) .*/\1/p' "$site"
}

ask() {
    local status failure=0
    status=$(curl --silent --noproxy '*' --max-time 2 --output /dev/null --write-out '%{http_code}' "http://$1/health/ready") \
        || failure=$?
    case $failure:$status in
        0:200) echo ready ;;
        7:* | 0:404) echo gone ;;
        0:*) echo unready ;;
        *) echo slow ;;
    esac
}

# whether nginx asks it, or would but for a mark of this program: what somebody else has marked serves nobody
asked() {
    grep -qE "^ *server $1 (max|down max.*$mark\$)" "$site"
}

leave_out() {
    if grep -q "^ *server $1 max" "$site"; then
        sed -i --follow-symlinks -E "s/^( *server $1)( max.*)/\1 down\2 $mark/" "$site"
        changed=yes
        echo "nodes: $1 is left out: $2"
    fi
}

take_back() {
    if grep -q "^ *server $1 down max.*$mark\$" "$site"; then
        sed -i --follow-symlinks -E "s/^( *server $1) down( max.*) $mark\$/\1\2/" "$site"
        changed=yes
        echo "nodes: $1 is taken back"
    fi
}

end() {
    for node in $(nodes); do
        take_back "$node"
    done
    if [ -n "$changed" ]; then
        "${reload[@]}"
    fi
}
trap end EXIT
trap 'exit 0' INT TERM

while true; do
    said=()
    able=0
    for node in $(nodes); do
        said[$node]=$(ask "$node")
        [ "${said[$node]}" != ready ] || ! asked "$node" || able=$((able + 1))
    done
    for node in "${!said[@]}"; do
        case ${said[$node]} in
            ready)
                unready[$node]=0
                take_back "$node"
                ;;
            gone) leave_out "$node" "the application is not there" ;;
            unready)
                unready[$node]=$((${unready[$node]:-0} + 1))
                if [ "$able" -gt 0 ] && [ "${unready[$node]}" -ge "$patience" ]; then
                    leave_out "$node" "it is not ready, and another one is"
                fi
                ;;
        esac
    done
    # where nginx refuses the file, as while somebody changes it, it is asked again
    if [ -n "$changed" ] && "${reload[@]}"; then
        changed=
    fi
    sleep 1
done
