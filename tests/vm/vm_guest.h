// SPDX-License-Identifier: GPL-3.0-or-later
// A guest: a folder that becomes its initrd, and a kernel in QEMU or in user mode (see tests/vm/prepare_*.sh).

#pragma once

#include "support/command_folder.h"

#include <QDir>
#include <QProcess>
#include <QThread>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <functional>

namespace cloop::test {

class VmGuest : public CommandFolder {
public:
    using CommandFolder::CommandFolder;

    /// The folder of a kernel, in another root or in this one.
    struct Kernel {
        QString folder, root;
    };

    struct Options {
        QString command_line;
        int seconds;                         ///< timeout
        QStringList devices{};               ///< options of QEMU
        QHash<QString, QString> discs{};     ///< by NAME: the discs that the guest inserts with "host: insert NAME"
    };

    QString guest(const QString &name) const { return file("guest/" + name); }

    bool put(const QString &name, const QByteArray &bytes) const {
        return QDir().mkpath(QFileInfo(guest(name)).path()) && write_file(guest(name), bytes);
    }

    bool put_program(const QString &name, const QString &from) const {
        return QDir().mkpath(guest("bin")) && QFile::copy(from, guest("bin/" + name)) &&
               QFile::setPermissions(guest("bin/" + name), QFile::ReadOwner | QFile::ExeOwner);
    }

    static bool put_libraries(const QString &program, const QString &folder) {
        return run(SOURCE_DIR "/tests/vm/copy_libraries.sh", {program, folder}).status == 0;
    }

    bool put_with_libraries(const QString &name, const QString &from) const { return put_program(name, from) && put_libraries(from, guest(".")); }

    /// Adds busybox with all its names, cloop, the probe and the scripts.
    bool put_system(const QString &probe) const {
        const QString folder = SOURCE_DIR "/tests/vm/guest";
        bool done = put_program("busybox", "/bin/busybox") && put_with_libraries("probe", probe) && put_with_libraries("cloop", program()) &&
                    put("init", read_file(folder + "/init")) && QFile::setPermissions(guest("init"), QFile::ReadOwner | QFile::ExeOwner) &&
                    QFile::link("cloop", guest("bin/cloop_suspend"));
        for (const QByteArray &name : run("/bin/busybox", {"--list"}).out.split('\n'))
            if (name != "busybox" && !name.isEmpty()) done = QFile::link("busybox", guest("bin/" + name)) && done;
        for (const QString &script : QDir(folder).entryList({"*.sh"})) done = put("tests/" + script, read_file(folder + "/" + script)) && done;
        for (const char *name : {"dev", "proc", "sys", "tmp", "mnt"}) done = QDir().mkpath(guest(name)) && done;
        return done && run("sh", {"-c", "find . | cpio -o -H newc --quiet >../guest.cpio"}, {}, guest(".")).status == 0;
    }

    /// The lines that the guest printed; the last one is "end" if all scripts have run.
    QList<QByteArray> boot(const Kernel &kernel, const Options &options) const {
        const QString folder = kernel.root + kernel.folder;
        // The kernel accepts concatenated archives.
        const auto packed = run("sh", {"-c", "cp \"$1\" \"$2/initrd\" && cd \"$2/guest\" && find . | cpio -o -H newc --quiet >>../initrd", "sh",
                                       file("guest.cpio"), folder});
        if (packed.status != 0) return {packed.err};
        QStringList command{"timeout", QString::number(options.seconds)};
        if (!kernel.root.isEmpty()) command << "chroot" << kernel.root;
        command << (QFile::exists(folder + "/linux") ? user_mode(kernel, options) : emulated(kernel, options));
        return run_machine(command, [&](const QByteArray &line) {
            if (line.startsWith("host: insert "))
                tell_monitor(folder + "/monitor", "change cd " + options.discs.value(line.mid(13)).toUtf8() + " raw\n");
        });
    }

    /// Runs a command that runs a guest. `notice`: each line that it prints.
    static QList<QByteArray> run_machine(QStringList command, const std::function<void(const QByteArray &line)> &notice = {}) {
        QProcess machine;
        machine.start(command.takeFirst(), command);
        if (!machine.waitForStarted()) return {"the guest can't be started"};
        machine.closeWriteChannel();
        QList<QByteArray> lines;
        QByteArray rest;
        while (machine.state() == QProcess::Running || machine.bytesAvailable() > 0) {
            if (machine.bytesAvailable() == 0 && !machine.waitForReadyRead(1000)) continue;
            rest += machine.readAllStandardOutput().replace("\r", "");
            for (qsizetype end; (end = rest.indexOf('\n')) >= 0; rest.remove(0, end + 1)) {
                lines << rest.left(end);
                if (qEnvironmentVariableIsSet("CLOOPSMITH_SHOW_GUEST")) qInfo().noquote() << lines.last();
                if (notice) notice(lines.last());
            }
        }
        const QByteArray said = machine.readAllStandardError();
        if (!said.isEmpty()) lines << said;
        return lines;
    }

    /// An emulated computer that runs the kernel in `folder`, and shows its console on standard output.
    static QStringList emulated_machine(const QString &folder, const QString &command_line) {
        return {"qemu-system-x86_64",
                "-accel",
                "tcg,thread=multi",
                "-cpu",
                "qemu64",
                "-m",
                "1024",
                "-smp",
                "2",
                "-nodefaults",
                "-no-user-config",
                "-display",
                "none",
                "-no-reboot",
                "-serial",
                "stdio",
                "-kernel",
                folder + "/vmlinuz",
                "-initrd",
                folder + "/initrd",
                "-append",
                command_line};
    }

private:
    static QStringList emulated(const Kernel &kernel, const Options &options) {
        QStringList command =
            emulated_machine(kernel.folder, "console=ttyS0 panic=-1 loglevel=1 log_buf_len=8M no_timer_check " + options.command_line);
        command << options.devices;
        if (!options.discs.isEmpty())
            command << "-drive" << "if=ide,index=0,media=cdrom,id=cd" << "-chardev"
                    << "socket,id=monitor,server=on,wait=off,path=" + kernel.folder + "/monitor" << "-mon" << "monitor";
        return command;
    }

    /// The command of a user-mode kernel.
    static QStringList user_mode(const Kernel &kernel, const Options &options) {
        return QStringList{kernel.folder + "/linux",
                           "mem=1024M",
                           "initrd=" + kernel.folder + "/initrd",
                           "con=null",
                           "con0=null,fd:1",
                           "panic=-1",
                           "loglevel=1",
                           "log_buf_len=8M"}
               << options.command_line.split(' ');
    }

    static void tell_monitor(const QString &path, const QByteArray &command) {
        sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
        qstrncpy(address.sun_path, path.toUtf8().constData(), sizeof address.sun_path);
        const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (fd < 0 || ::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
            ::write(fd, command.constData(), size_t(command.size())) < 0)
            qWarning() << "the monitor does not answer";
        // QEMU runs the command only while the connection is open. It asks for the next one after its greeting, and when the command is done.
        QByteArray said;
        char some[512];
        for (pollfd ready{fd, POLLIN, 0}; said.count("(qemu)") < 2 && ::poll(&ready, 1, 30'000) == 1;) {
            const ssize_t got = ::read(fd, some, sizeof some);
            if (got <= 0) break;
            said.append(some, got);
        }
        ::close(fd);
    }
};

} // namespace cloop::test
