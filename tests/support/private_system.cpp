// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/private_system.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QThread>

#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <unistd.h>

namespace cloop::test {

namespace {

const QString folder = "/run/private_system/";
const QString services = "/usr/share/dbus-1/system-services/";
const QString rules = "/etc/polkit-1/rules.d/00-test.rules";

QString name_of(User user) { return user == User::root ? "root" : user == User::tester ? "tester" : "other"; }

/// The file that a process number is written to.
QByteArray group_of(User user) {
    const QString number = QString::number(unsigned(user));
    return (folder + "cgroup/" + (user == User::root ? "" : QString("user.slice/user-%1.slice/session-%1.scope/").arg(number)) + "cgroup.procs")
        .toUtf8();
}

/// Async-signal-safe, for a child between fork and exec.
bool move_to(const char *group) {
    const int fd = ::open(group, O_WRONLY | O_CLOEXEC);
    const bool moved = fd >= 0 && ::write(fd, "0", 1) == 1;
    ::close(fd);
    return moved;
}

Outcome ask_bus(const QString &method, const QStringList &arguments = {}) {
    return run("dbus-send", QStringList{"--system", "--print-reply=literal", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus",
                                        "org.freedesktop.DBus." + method} +
                                arguments);
}

} // namespace

bool reload_bus() { return ask_bus("ReloadConfig").status == 0; }

QString why_not_private() {
    return QFile::exists(folder) ? QString() : QStringLiteral("needs to be root, and to be run by tests/support/private_system.sh");
}

QString home_of(User user) { return user == User::root ? "/root" : "/run/home/" + name_of(user); }

void let_run_as(QProcess &process, User user, Where where) {
    QProcessEnvironment environment;
    environment.insert("PATH", qEnvironmentVariable("PATH"));
    environment.insert("LANG", "C.UTF-8");
    environment.insert("HOME", home_of(user));
    environment.insert("USER", name_of(user));
    environment.insert("XDG_RUNTIME_DIR", "/run/user/" + QString::number(unsigned(user)));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(home_of(user));
    process.setChildProcessModifier([id = unsigned(user), group = group_of(where == Where::in_session ? user : User::root)] {
        if (!move_to(group) || ::setgroups(0, nullptr) != 0 || ::setresgid(id, id, id) != 0 || ::setresuid(id, id, id) != 0) ::_exit(125);
    });
}

Outcome run_as(User user, Where where, const QString &program, const QStringList &arguments, const QByteArray &input) {
    QProcess process;
    process.setProgram(program);
    process.setArguments(arguments);
    let_run_as(process, user, where);
    return outcome_of(process, input);
}

bool enter_session(User user) { return move_to(group_of(user)); }

bool set_polkit_rule(const QString &action, const QString &result) {
    const QString rule = QString("polkit.addRule(function(action) { if (action.id == \"%1\") return polkit.Result.%2; });\n").arg(action, result);
    return write_file(rules, read_file(rules) + rule.toUtf8()) && end_service("org.freedesktop.PolicyKit1");
}

bool remove_polkit_rules() { return (!QFile::exists(rules) || QFile::remove(rules)) && end_service("org.freedesktop.PolicyKit1"); }

bool take_away(const QString &bus_name) { return QFile::remove(services + bus_name + ".service") && reload_bus() && end_service(bus_name); }

bool give_back(const QString &bus_name) {
    const QString file = bus_name + ".service";
    return QFile::copy(folder + "services/" + file, services + file) && reload_bus();
}

bool end_service(const QString &bus_name) {
    const qint64 pid = pid_of(bus_name);
    if (pid == 0) return true;
    ::kill(pid_t(pid), SIGKILL);
    for (QDeadlineTimer patience(10'000); pid_of(bus_name) == pid;) {
        if (patience.hasExpired()) return false;
        QThread::msleep(5);
    }
    return true;
}

qint64 pid_of(const QString &bus_name) {
    return ask_bus("GetConnectionUnixProcessID", {"string:" + bus_name}).out.simplified().split(' ').last().toLongLong();
}

PasswordAgent::PasswordAgent(User user, qint64 pid, Answer answer) : process_(std::make_unique<QProcess>()) {
    const char *verdict = answer == Answer::right ? "permit" : answer == Answer::wrong ? "deny" : "unix";  // asks, and nobody types
    write_file("/etc/pam.d/polkit-1", QString("auth sufficient pam_%1.so\naccount sufficient pam_%1.so\n").arg(verdict).toUtf8());
    // The agent wants a terminal, which script gives it. When polkit knows it, it closes a descriptor.
    const QString command = QString("pkttyagent --notify-fd 3 --process %1 3>&1 >/dev/tty 2>&1 | { cat; echo ready; }").arg(pid);
    process_->setProgram("script");
    process_->setArguments({"-qec", command, "/dev/null"});
    let_run_as(*process_, user, Where::in_session);
    process_->start();
    QByteArray said;
    while (!is_ready_ && process_->waitForReadyRead(10'000)) {
        said += process_->readAll();
        if (said.contains("Error")) break;
        is_ready_ = said.contains("ready");
    }
}

PasswordAgent::~PasswordAgent() {
    process_->kill();  // the agent ends with its terminal
    process_->waitForFinished();
}

} // namespace cloop::test
