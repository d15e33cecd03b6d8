// SPDX-License-Identifier: GPL-3.0-or-later
// An image served by cloop-fuse while a test looks at it.

#pragma once

#include "support/program.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QStandardPaths>
#include <QThread>

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <functional>

namespace cloop::test {

inline bool is_true_within(int milliseconds, const std::function<bool()> &condition) {
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > milliseconds) return false;
        QThread::msleep(10);
    }
    return true;
}

/// Makes FUSE usable for all users, for root in mounts of the test's own, which vanish with it. Why it can't be used; empty if it can.
inline QString why_without_fuse() {
    if (QStandardPaths::findExecutable("fusermount3").isEmpty()) return "needs fusermount3";
    if (::geteuid() == 0 && ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0) {
        struct stat status {};
        const QByteArray own = "/dev/shm/cloop-fuse-test";
        if (::stat("/dev/fuse", &status) == 0 && (status.st_mode & 0666) != 0666 && ::mount("none", "/dev/shm", "tmpfs", 0, nullptr) == 0 &&
            ::mknod(own, S_IFCHR | 0666, makedev(10, 229)) == 0 && ::chmod(own, 0666) == 0)
            ::mount(own, "/dev/fuse", nullptr, MS_BIND, nullptr);
    }
    const int fd = ::open("/dev/fuse", O_RDWR | O_CLOEXEC);
    if (fd < 0) return "needs /dev/fuse";
    ::close(fd);
    return {};
}

class FuseMount {
public:
    /// Serves in the foreground at a folder, which is made if need be. `arguments`: an image, and options. `user`: 0, or another one if we are root.
    FuseMount(const QString &program, const QStringList &arguments, const QString &folder, uid_t user = ::geteuid(), const QString &from = {})
        : folder_(folder) {
        const QByteArray path = QFile::encodeName(folder);
        ::mkdir(path, 0755);
        if (user != ::geteuid()) (void)!::chown(path, user, user);
        const QString id = QString::number(user);
        QStringList words{"setpriv", "--reuid", id, "--regid", id, "--clear-groups"};
        if (user == ::geteuid()) words.clear();
        words += QStringList{program, "--foreground"} + arguments + QStringList{folder};
        process_.setWorkingDirectory(from);
        process_.start(words.takeFirst(), words);
        is_served_ = is_true_within(60'000, [&] { return is_mounted() || process_.waitForFinished(0); }) && is_mounted();
    }
    ~FuseMount() {
        process_.kill();
        process_.waitForFinished();
        take_off();
    }

    bool is_served() const { return is_served_; }
    QString path(const QString &name = {}) const { return folder_ + (name.isEmpty() ? "" : "/" + name); }
    pid_t pid() const { return static_cast<pid_t>(process_.processId()); }
    void send(int signal) const { ::kill(pid(), signal); }

    bool is_mounted() const {
        const QByteArray path = QFile::encodeName(folder_).replace("\\", "\\134").replace(" ", "\\040").replace("\n", "\\012");
        return read_file("/proc/self/mounts").contains(' ' + path + ' ');
    }

    /// Whether it ends by itself within ten seconds, without an error, and leaves no mount.
    bool ends() {
        return process_.waitForFinished(10'000) && process_.exitStatus() == QProcess::NormalExit && process_.exitCode() == 0 && !is_mounted();
    }

    void die() {
        process_.kill();
        process_.waitForFinished();
    }

    /// Takes away what a dead server has left.
    void take_off() const {
        if (!is_mounted()) return;
        if (::umount2(QFile::encodeName(folder_), MNT_DETACH) != 0) run("fusermount3", {"-u", "-z", folder_});
    }

    /// Bytes that it has read so far, of the image and of the kernel's requests, and bytes that it has replied.
    qint64 bytes_read() const { return counted("rchar: "); }
    qint64 bytes_replied() const { return counted("wchar: "); }

    /// Whether it has a file open whose name ends so.
    bool holds(const QString &name) const {
        const QString folder = "/proc/" + QString::number(pid()) + "/fd";
        for (const QFileInfo &entry : QDir(folder).entryInfoList(QDir::Files | QDir::System))
            if (entry.symLinkTarget().contains(name)) return true;
        return false;
    }

private:
    qint64 counted(const char *what) const {
        const QByteArray io = read_file("/proc/" + QString::number(pid()) + "/io");
        return io.mid(io.indexOf(what) + qsizetype(strlen(what))).split('\n').first().toLongLong();
    }

    QString folder_;
    QProcess process_;
    bool is_served_ = false;
};

}  // namespace cloop::test
