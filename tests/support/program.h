// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a program and captures its output.

#pragma once

#include <QByteArray>
#include <QFile>
#include <QProcess>
#include <QStringList>
#include <QTest>

// Qt waits five seconds, which are too few beside other tests. What comes soon costs no more than before.
#undef QTRY_VERIFY
#undef QTRY_COMPARE
#define QTRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 30'000)
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, 30'000)

namespace cloop::test {

/// Whether the tested program runs in an emulator of its processor, which takes memory and files of its own, and knows not all system calls.
#ifdef CLOOPSMITH_EMULATED
inline constexpr bool is_emulated = true;
#else
inline constexpr bool is_emulated = false;
#endif

/// Whether a limit of memory is the program's own: a sanitizer maps terabytes.
#ifdef CLOOPSMITH_CHECKED
inline constexpr bool has_own_memory = false;
#else
inline constexpr bool has_own_memory = !is_emulated;
#endif

struct Outcome {
    int status = -1;  ///< −1: could not be started, crashed, or did not end
    QByteArray out;
    QByteArray err;
};

/// Starts what `process` is told to, and waits for its end.
inline Outcome outcome_of(QProcess &process, const QByteArray &input = {}) {
    process.start();
    if (!process.waitForStarted()) return {};
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(240'000)) {
        process.kill();
        process.waitForFinished();
        return {.err = process.program().toUtf8() + " does not end"};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

inline Outcome run(const QString &program, const QStringList &arguments, const QByteArray &input = {}, const QString &folder = {},
                   const QStringList &environment = {}) {
    QProcess process;
    process.setProgram(program);
    process.setArguments(arguments);
    if (!folder.isEmpty()) process.setWorkingDirectory(folder);
    // In English, whatever the tester speaks.
    process.setEnvironment(QProcess::systemEnvironment() + QStringList{"LC_ALL=C.UTF-8"} + environment);
    return outcome_of(process, input);
}

inline QByteArray read_file(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool write_file(const QString &path, const QByteArray &bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace cloop::test
