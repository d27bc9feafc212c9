#!/bin/sh
# A throw-away PostgreSQL cluster for tests and benchmarks. It listens on 127.0.0.1 and in DIR only and trusts everybody there.
#
#   tests/postgres.sh start DIR [SETTING=VALUE ...]   makes a cluster in DIR, prints its connection string
#   tests/postgres.sh stop DIR                        stops it and removes what it made in DIR
#   tests/postgres.sh find                            prints the directory of the PostgreSQL programs, exit code 1 if there are none
#
# Settings follow postgresql.conf and win over the ones below: `start DIR fsync=on` for honest write times.
set -eu

find_programs() {
    # Debian keeps the server's programs off the PATH, one directory for each major version: take the newest.
    newest=
    for candidate in /usr/lib/postgresql/*/bin; do
        [ -x "$candidate/initdb" ] || continue
        version=${candidate#/usr/lib/postgresql/}
        version=${version%%/*}
        [ -n "$newest" ] && [ "${version%%.*}" -lt "${newest%%.*}" ] && continue
        newest=$version
    done
    if [ -n "$newest" ]; then
        printf '%s\n' "/usr/lib/postgresql/$newest/bin"
    else
        command -v initdb >/dev/null 2>&1 && dirname "$(command -v initdb)"
    fi
}

fail() {
    printf 'postgres.sh: %s\n' "$1" >&2
    exit "${2:-1}"
}

# initdb and the server refuse to run as root.
as_server() {
    if [ "$(id -u)" -eq 0 ]; then
        runuser -u postgres -- "$@"
    else
        "$@"
    fi
}

[ $# -ge 1 ] || fail 'usage: postgres.sh start DIR [SETTING=VALUE ...] | stop DIR | find' 2
verb=$1
shift
case $verb in
    find)
        find_programs
        exit
        ;;
    start | stop)
        [ $# -ge 1 ] || fail "$verb needs a directory" 2
        ;;
    *)
        fail "unknown verb: $verb" 2
        ;;
esac

programs=$(find_programs) || fail 'PostgreSQL is not installed (Debian: apt-get install postgresql)'
mkdir -p -- "$1"
dir=$(CDPATH='' cd -- "$1" && pwd -P)
shift

remove() {
    cd /
    if [ -f "$dir/data/postmaster.pid" ]; then
        as_server "$programs/pg_ctl" -D "$dir/data" -m immediate -w stop >/dev/null 2>&1 || true
    fi
    if [ -f "$dir/data/PG_VERSION" ]; then
        rm -rf -- "$dir/data" "$dir/log"
    fi
    rmdir -- "$dir" 2>/dev/null || true
}

if [ "$verb" = stop ]; then
    remove
    exit 0
fi

[ ! -e "$dir/data" ] || fail "there is a cluster in $dir already"
if [ "$(id -u)" -eq 0 ]; then
    id postgres >/dev/null 2>&1 || fail 'there is no user postgres to run the server as'
    chown postgres "$dir"
fi
cd "$dir"
as_server test -w "$dir" || fail "the user postgres cannot reach $dir"

trap 'exit 130' INT
trap 'exit 143' TERM
trap remove EXIT
as_server "$programs/initdb" -D "$dir/data" -U awards --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$dir/log" 2>&1 ||
    { cat "$dir/log" >&2; fail 'initdb failed'; }

# A socket's path has at most 107 bytes; TCP is what the connection string uses anyway.
sockets=$dir
[ ${#dir} -le 80 ] || sockets=
{
    printf "listen_addresses = '127.0.0.1'\n"
    printf "unix_socket_directories = '%s'\n" "$sockets"
    printf 'max_connections = 200\n'
    printf 'fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n'
    for setting in "$@"; do
        printf "%s = '%s'\n" "${setting%%=*}" "${setting#*=}"
    done
} >>"$dir/data/postgresql.conf"

# The port is free when the server gets it: draw, try, draw again.
attempt=0
while :; do
    port=$(($(od -An -N2 -tu2 /dev/urandom) % 10000 + 20000))
    if as_server "$programs/pg_ctl" -D "$dir/data" -l "$dir/data/server.log" -o "-p $port" -w -t 60 start >"$dir/log" 2>&1; then
        break
    fi
    attempt=$((attempt + 1))
    if [ "$attempt" -ge 10 ] || ! grep -q 'could not bind' "$dir/data/server.log"; then
        cat "$dir/data/server.log" "$dir/log" >&2
        fail 'the server did not start'
    fi
    rm -f "$dir/data/server.log"
done
as_server "$programs/createdb" -h 127.0.0.1 -p "$port" -U awards awards
trap - EXIT
printf 'Host=127.0.0.1;Port=%s;Username=awards;Database=awards\n' "$port"
