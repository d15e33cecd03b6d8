// SPDX-License-Identifier: GPL-3.0-or-later
// Other computers, played by processes: for the tests of compressing on several.

#pragma once

#include "support/program.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

namespace cloop::test {

inline bool wants_all() { return qEnvironmentVariableIsSet("CLOOPSMITH_ALL"); }

#ifdef ODD_WORKER
inline constexpr bool has_odd_workers = true;
#else
inline constexpr bool has_odd_workers = false;
#define ODD_WORKER ""
#endif

/// A running program whose standard error is kept.
class Running {
public:
    Running(const QStringList &command, const QStringList &environment) {
        process_.setProgram(command.first());
        process_.setArguments(command.mid(1));
        process_.setEnvironment(QProcess::systemEnvironment() + environment);
        process_.setStandardOutputFile(QProcess::nullDevice());
        process_.start();
        process_.waitForStarted();
    }
    ~Running() {
        if (process_.state() == QProcess::NotRunning) return;
        send(SIGCONT);
        process_.kill();
        process_.waitForFinished();
    }
    /// What it has said so far.
    const QByteArray &words() {
        // Reads what has come, without an event loop.
        process_.waitForReadyRead(1);
        words_ += process_.readAllStandardError();
        return words_;
    }
    bool has_said(const QByteArray &text, int patience_ms = 40'000) {
        QElapsedTimer timer;
        timer.start();
        while (!words().contains(text)) {
            if (timer.elapsed() > patience_ms || process_.state() == QProcess::NotRunning) return words().contains(text);
            QTest::qWait(20);
        }
        return true;
    }
    /// Not to a process that has ended: its number is 0, which is everybody.
    void send(int signal) {
        if (is_running()) ::kill(static_cast<pid_t>(process_.processId()), signal);
    }
    bool is_running() {
        words();
        return process_.state() != QProcess::NotRunning;
    }
    /// Its exit status; −1 if it crashed or does not end.
    int status(int patience_ms = 120'000) {
        QElapsedTimer timer;
        timer.start();
        while (is_running() && timer.elapsed() < patience_ms) QTest::qWait(20);
        words();
        return process_.state() == QProcess::NotRunning && process_.exitStatus() == QProcess::NormalExit ? process_.exitCode() : -1;
    }

private:
    QProcess process_;
    QByteArray words_;
};

/// Makers, workers and the servers between them, all in one folder of their own.
class ClusterOfProcesses {
protected:
    const QString program_ = BIN_DIR "/cloop";
    QTemporaryDir dir_;
    QString temporary_;
    QByteArray url_;

    /// What is compressed, and the image that this computer makes of it alone.
    struct Source {
        QString path, reference;
        QByteArray image;
    };
    Source small_;  ///< takes a second or two
    Source large_;  ///< takes longer: for what shall be interrupted. Without a reference, except with CLOOPSMITH_ALL

    /// Words of a small language, which shrink well and slowly, with some zeros.
    static QByteArray content(qsizetype size) {
        QRandomGenerator random(7);
        QByteArray text;
        text.reserve(size);
        while (text.size() < size - size / 8) {
            const quint32 word = random.bounded(4000u);
            for (quint32 i = 0, letters = 2 + word % 7; i < letters; ++i) text += static_cast<char>('a' + (word * (i + 3)) % 26);
            text += ' ';
        }
        return text + QByteArray(size - text.size(), '\0');
    }

    QStringList environment() const { return {"TMPDIR=" + temporary_}; }
    QString image() const { return dir_.filePath("image.cloop"); }

    std::unique_ptr<Running> maker(const Source &source, const QStringList &more = {}, const QStringList &prefix = {}) {
        QFile::remove(image());
        auto running = std::make_unique<Running>(
            prefix + QStringList{program_, "create", source.path, image(), "-l", "12", "-B", "32K", "-t", "1", "--cluster"} + more, environment());
        if (!more.join(' ').contains("nats://")) {
            running->has_said("cloop worker nats://");
            url_ = QRegularExpression("nats://\\S+").match(QString::fromUtf8(running->words())).captured().toUtf8();
        }
        return running;
    }
    std::unique_ptr<Running> worker(const QStringList &more = {}, const QStringList &odd = {}, const QStringList &prefix = {}) {
        auto variables = environment() + odd;
        if (!odd.isEmpty()) variables << "LD_PRELOAD=" ODD_WORKER;
        return std::make_unique<Running>(prefix + QStringList{program_, "worker", url_, "-t", "1", "--nice", "0"} + more, variables);
    }

    /// nats-server and its keeper work in a folder in ours.
    QList<pid_t> servers(const QByteArray &name = {}) const {
        QList<pid_t> found;
        for (const QString &entry : QDir("/proc").entryList(QDir::Dirs)) {
            const QString folder = QFile::symLinkTarget("/proc/" + entry + "/cwd");
            if (!folder.startsWith(temporary_ + "/")) continue;
            if (name.isEmpty() || read_file("/proc/" + entry + "/comm") == name + "\n") found << entry.toInt();
        }
        return found;
    }
    void kill_server() {
        for (const pid_t pid : servers("nats-server")) ::kill(pid, SIGKILL);
    }
    bool is_nothing_left() const {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 30'000) {
            if (servers().isEmpty() && QDir(temporary_).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden)) return true;
            QTest::qWait(50);
        }
        qWarning() << servers() << QDir(temporary_).entryList();
        return false;
    }

    /// First of all. Whether it worked.
    bool prepare() {
        temporary_ = dir_.filePath("tmp");
        if (!QDir().mkdir(temporary_)) return false;
        const auto make = [&](const QString &name, qsizetype size, bool wants_reference) {
            Source source{dir_.filePath(name), dir_.filePath(name + ".cloop"), {}};
            const bool is_made = write_file(source.path, content(size)) &&
                                 (!wants_reference || run(program_, {"create", source.path, source.reference, "-l", "12", "-B", "32K"}).status == 0);
            source.image = read_file(source.reference);
            return is_made ? source : Source{};
        };
        small_ = make("small", 4 << 20, true);
        large_ = make("large", 12 << 20, wants_all());
        return !small_.image.isEmpty() && !large_.path.isEmpty();
    }
};

/// "… --cluster" ends well, with the right image.
#define VERIFY_MADE(running, source)                                                                                                                 \
    do {                                                                                                                                             \
        const int status = (running)->status();                                                                                                      \
        QVERIFY2(status == 0, (running)->words().constData());                                                                                       \
        QVERIFY2(read_file(image()) == (source).image, (running)->words().constData());                                                              \
        QVERIFY(is_nothing_left());                                                                                                                  \
    } while (false)

} // namespace cloop::test
