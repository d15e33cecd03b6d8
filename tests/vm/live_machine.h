// SPDX-License-Identifier: GPL-3.0-or-later
// An emulated machine that starts a disc. The host follows what it says on two serial ports, types on the first, changes the disc in its drive, and
// looks at the drive when the machine has ended.

#pragma once

#include "support/program.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <functional>

namespace cloop::test {

class LiveMachine {
public:
    struct Hardware {
        QStringList options;   ///< of QEMU: drives, firmware, kernel. The drive whose disc can be changed is called "cd".
        int memory = 512;      ///< MB
        QString words{};       ///< for the checks in the guest
        QString debian{};      ///< a system whose QEMU runs it; empty: this one
    };

    /// `folder`: for the machine's files.
    explicit LiveMachine(QString folder) : folder_(std::move(folder)) {}

    /// Called for each line: of the console, the first port; and of the checks, the second.
    std::function<void(const QByteArray &line)> on_console = [](const QByteArray &) {}, on_said = [](const QByteArray &) {};

    /// Runs until the guest has ended the machine, or for ten minutes. False: the guest has not ended it.
    bool run(const Hardware &hardware) {
        // Of the machine before.
        for (const char *name : {"console", "said"}) QFile::remove(file(name));
        QStringList options{"-accel", "tcg,thread=multi", "-cpu", "qemu64", "-smp", "2", "-nodefaults", "-no-user-config", "-display", "none"};
        options << "-m" << QString::number(hardware.memory) << "-action" << "shutdown=pause,reboot=shutdown" << "-qmp" << "stdio";
        options << "-chardev" << "socket,id=console,server=on,wait=off,path=" + file("socket") + ",logfile=" + file("console");
        options << "-serial" << "chardev:console" << "-serial" << "file:" + file("said");
        options << "-smbios" << "type=1,serial=" + QString(hardware.words).replace(',', ",,");
        QStringList command{"qemu-system-x86_64"};
        if (const QString &of = hardware.debian; !of.isEmpty())
            command = QStringList{of + "/usr/lib64/ld-linux-x86-64.so.2", "--library-path", of + "/usr/lib/x86_64-linux-gnu",
                                  of + "/usr/bin/qemu-system-x86_64", "-L", of + "/usr/share/qemu", "-L", of + "/usr/share/seabios"};
        const QString program = command.takeFirst();
        machine_.start(program, command + options + hardware.options);
        if (!machine_.waitForStarted()) return false;
        tell("qmp_capabilities");
        QElapsedTimer timer;
        timer.start();
        while (!timer.hasExpired(600'000) && machine_.state() == QProcess::Running) {
            if (machine_.canReadLine() || machine_.waitForReadyRead(200))
                while (machine_.canReadLine()) answer(QJsonDocument::fromJson(machine_.readLine()).object());
            follow("console", console_, on_console);
            follow("said", said_, on_said);
        }
        if (machine_.state() == QProcess::Running) {
            machine_.kill();
            machine_.waitForFinished();
        }
        const QByteArray error = machine_.readAllStandardError();
        if (!error.isEmpty()) qWarning() << error;
        return has_ended_;
    }

    /// Puts a disc into the drive.
    void insert(const QString &disc) {
        tell("blockdev-change-medium", {{"id", "cd"}, {"filename", disc}, {"format", "raw"}});
    }

    /// Types on the console.
    void type(const QByteArray &text) const {
        sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
        qstrncpy(address.sun_path, QFile::encodeName(file("socket")).constData(), sizeof address.sun_path);
        const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (fd < 0 || ::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
            ::write(fd, text.constData(), size_t(text.size())) != text.size())
            qWarning() << "the console takes no text";
        QThread::msleep(300);
        ::close(fd);
    }

    QByteArray console() const { return read_file(file("console")); }
    /// Whether the disc could be taken out when the machine had ended.
    bool is_tray_open() const { return is_tray_open_; }
    /// What QEMU used of the processors.
    double seconds() const { return seconds_; }

private:
    QString file(const char *name) const { return folder_ + "/" + name; }

    void tell(const QString &command, const QJsonObject &arguments = {}, const QString &id = {}) {
        machine_.write(QJsonDocument(QJsonObject{{"execute", command}, {"arguments", arguments}, {"id", id}}).toJson(QJsonDocument::Compact) + '\n');
    }

    void answer(const QJsonObject &words) {
        if (words.contains("error")) qWarning() << words["error"].toObject()["desc"].toString();
        if (words["event"].toString() == "SHUTDOWN") {
            has_ended_ = true;
            const QByteArrayList numbers = read_file(QString("/proc/%1/stat").arg(machine_.processId())).split(' ');
            if (numbers.size() > 14) seconds_ = double(numbers[13].toLongLong() + numbers[14].toLongLong()) / double(::sysconf(_SC_CLK_TCK));
            tell("query-block", {}, "drives");
        }
        if (words["id"].toString() != "drives") return;
        for (const QJsonValue drive : words["return"].toArray())
            if (drive["qdev"].toString() == "cd") is_tray_open_ = drive["tray_open"].toBool();
        tell("quit");
    }

    /// Calls `notice` for the lines that have come since.
    void follow(const char *name, qint64 &done, const std::function<void(const QByteArray &line)> &notice) const {
        QFile all(file(name));
        if (!all.open(QIODevice::ReadOnly) || !all.seek(done)) return;
        const QByteArray rest = all.readAll();
        qsizetype begin = 0;
        for (qsizetype end; (end = rest.indexOf('\n', begin)) >= 0; begin = end + 1) {
            const QByteArray line = rest.mid(begin, end - begin).replace("\r", "");
            if (qEnvironmentVariableIsSet("CLOOPSMITH_SHOW_GUEST")) qInfo().noquote() << line;
            notice(line);
        }
        done += begin;
    }

    QString folder_;
    QProcess machine_;
    qint64 console_ = 0, said_ = 0;  ///< bytes followed
    bool has_ended_ = false, is_tray_open_ = false;
    double seconds_ = 0;
};

} // namespace cloop::test
