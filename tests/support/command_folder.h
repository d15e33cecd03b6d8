// SPDX-License-Identifier: GPL-3.0-or-later
// A temporary folder in which tests run the cloop command.

#pragma once

#include "support/program.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <unistd.h>

namespace cloop::test {

class CommandFolder {
public:
    CommandFolder(QString bin_dir, QString vectors) : bin_dir_(std::move(bin_dir)), vectors_(std::move(vectors)) {}

    QString path() const { return folder_.path(); }
    QString file(const QString &name) const { return folder_.filePath(name); }
    QString program(const QString &name = "cloop") const { return bin_dir_ + "/" + name; }

    Outcome cloop(const QStringList &arguments, const QByteArray &input = {}) const {
        return run(program(), arguments, input, path(), {"SOURCE_DATE_EPOCH=1700000000"});
    }

    /// The same as an unprivileged user. Pre: we are root.
    Outcome cloop_as_nobody(const QStringList &arguments) const {
        QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
        return run("setpriv", QStringList{"--reuid", "65534", "--regid", "65534", "--clear-groups", program()} + arguments, {}, path());
    }

    static QJsonObject json(const Outcome &outcome) { return QJsonDocument::fromJson(outcome.out).object(); }

    /// 600001 bytes: words, zeros and noise in turn.
    QByteArray mixed() const { return read_file(vectors_ + "/mixed.bin"); }

    /// Makes the folder "tree": 120 files of 20 kB in two folders, and a hard link.
    bool make_tree() const {
        bool made = QDir(path()).mkpath("tree/sub/deep");
        QRandomGenerator random(7);
        for (int i = 0; i < 120; ++i) {
            QByteArray bytes;
            while (bytes.size() < 20'000) bytes += QByteArray::number(random.generate()) + (i % 3 ? " and so on " : "\n");
            made = made && write_file(file(QString("tree/%1file%2").arg(i % 2 ? "sub/" : "").arg(i)), bytes);
        }
        return made && ::link(file("tree/file0").toStdString().c_str(), file("tree/sub/hard").toStdString().c_str()) == 0;
    }

    /// Temporary and incomplete files, which must not exist.
    QStringList strays() const { return QDir(path()).entryList({".*~", "*.part"}, QDir::Files | QDir::Hidden); }

private:
    QTemporaryDir folder_;
    QString bin_dir_;
    QString vectors_;
};

} // namespace cloop::test
