# SPDX-License-Identifier: GPL-3.0-or-later
# Cloopsmith's system services, from this checkout's build, where no package installs them.

service_policy=/usr/share/polkit-1/actions/org.cloopsmith.policy  # polkit looks nowhere else
service_files=/usr/local/share/dbus-1

has_service() { [ -e $service_files/system-services/org.cloopsmith.Helper1.service ] || [ -e /usr/share/dbus-1/system-services/org.cloopsmith.Helper1.service ]; }

# Says what mounting by the kernel needs, if it is not there.
mention_service() { has_service || say "mounting through the kernel needs Cloopsmith's service: ./dev service install (as root)"; }

# change_service install|remove
change_service() {
    local name
    case "${1:-}" in
    install)
        build_preset release
        as_root mkdir -p $service_files/system-services
        for name in Helper1 Module1; do
            sed "s#^Exec=.*/#Exec=$PWD/build/release/bin/#; /^SystemdService=/d" "resources/dbus/org.cloopsmith.$name.service.in" |
                as_root tee "$service_files/system-services/org.cloopsmith.$name.service" >/dev/null
            as_root cp "resources/dbus/org.cloopsmith.$name.conf" /etc/dbus-1/system.d/
        done
        as_root cp resources/polkit/org.cloopsmith.policy $service_policy
        ;;
    remove)
        for name in Helper1 Module1; do
            as_root rm -f "$service_files/system-services/org.cloopsmith.$name.service" "/etc/dbus-1/system.d/org.cloopsmith.$name.conf"
        done
        as_root rm -f $service_policy
        ;;
    *)
        usage >&2
        exit 1
        ;;
    esac
    # Without a bus there is nothing to tell.
    as_root dbus-send --system --type=method_call --dest=org.freedesktop.DBus / org.freedesktop.DBus.ReloadConfig 2>/dev/null || true
}
