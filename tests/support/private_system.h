// SPDX-License-Identifier: GPL-3.0-or-later
// What a test can do in the private system in which support/private_system.sh runs it as root.
//
// There are two users beside root, tester and other. Each has one active session, and a home, which is empty at first. polkit takes a process for a
// part of the session in whose control group it is; so the same user can call from within his session, as from a desktop, and from outside, as over
// ssh. The bus is the system bus that everyone finds. udisks, polkit and our services start when they are first called.

#pragma once

#include "support/program.h"

#include <memory>

namespace cloop::test {

enum class User : unsigned { root = 0, tester = 2001, other = 2002 };
enum class Where { in_session, outside };

/// Empty in a private system; else a sentence that says why the tests are skipped.
QString why_not_private();

QString home_of(User user);

/// `process` will run as this user, in his home, with his environment.
void let_run_as(QProcess &process, User user, Where where);
Outcome run_as(User user, Where where, const QString &program, const QStringList &arguments, const QByteArray &input = {});

/// Moves this process itself into the session of a user, or, for root, out of all sessions. Its user remains the same.
bool enter_session(User user);

/// polkit answers `result` (YES, NO, AUTH_ADMIN …) when it is asked for the action. Ends polkit, which starts anew when it is needed; agents for
/// passwords have to be started after this.
bool set_polkit_rule(const QString &action, const QString &result);
bool remove_polkit_rules();

/// The bus reads anew what it may start.
bool reload_bus();

/// Ends a service, such as org.freedesktop.UDisks2, and keeps it from being started; give_back() allows that again.
bool take_away(const QString &bus_name);
bool give_back(const QString &bus_name);

/// Ends a service, if it runs. It starts anew when it is needed.
bool end_service(const QString &bus_name);
/// The process of a service; 0: it does not run.
qint64 pid_of(const QString &bus_name);

/// While it lives, polkit asks it for passwords on behalf of one process of a user.
class PasswordAgent {
public:
    enum class Answer { right, wrong, none };
    PasswordAgent(User user, qint64 pid, Answer answer = Answer::right);
    ~PasswordAgent();
    bool is_ready() const { return is_ready_; }

private:
    std::unique_ptr<QProcess> process_;
    bool is_ready_ = false;
};

} // namespace cloop::test
