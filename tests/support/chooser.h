// SPDX-License-Identifier: GPL-3.0-or-later
// Answers file dialogs of the window. Needs Qt::AA_DontUseNativeDialogs.

#pragma once

#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QTimer>

namespace cloop::test {

/// Answers the next file dialog with a path, as typing and Enter do.
class Chooser final : public QObject {
public:
    explicit Chooser(const QString &path) {
        connect(&timer_, &QTimer::timeout, this, [this, path] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            if (!dialog) return;
            timer_.stop();
            ++count;
            began = dialog->directory().path();
            if (dialog->fileMode() == QFileDialog::Directory) dialog->setDirectory(path);
            dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(path);
            QMetaObject::invokeMethod(dialog, "accept");
        });
        timer_.start(20);
    }
    int count = 0;
    QString began;  ///< the folder that it showed

private:
    QTimer timer_;
};

} // namespace cloop::test
