// SPDX-License-Identifier: GPL-3.0-or-later
// What became of a build, and what can be done now.

#pragma once

#include "jobs/build_task.h"
#include "views/looks.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace cloop::desktop {

class AccentButton;
class Card;
class IconLabel;
class SumLine;
class ToneLabel;

class ResultCard final : public QWidget {
    Q_OBJECT

public:
    explicit ResultCard(QWidget *parent = nullptr);

    /// `seconds`: that it took; `troubles`: what of the source it does not hold.
    void showBuilt(const BuildTask &task, double seconds, const BuildOutcome &outcome, const std::vector<Error> &troubles);

    /// `error`: also `cancelled`, which is no failure; `troubles`: what it failed for.
    void showFailed(const BuildTask &task, const Error &error, const std::vector<Error> &troubles);

    /// SHA-256 of the image's file, when it is known.
    void setImageSum(const QString &sum);

signals:
    void openWanted();
    void showWanted();
    void copySumWanted();
    void stickWanted();     ///< the disc, written to a stick
    void anotherWanted();   ///< back to the form
    void againWanted();
    void withoutWanted();   ///< again, without what can't be read

private:
    QWidget *makeFacts();
    void setHead(const char *icon, Tone tone, const QString &headline, const BuildTask &task);
    void setTroubles(const QString &headline, const BuildTask &task, const std::vector<Error> &troubles);
    void showButtons(bool isDone, bool canGoWithout);

    Card *card_;
    IconLabel *icon_;
    QLabel *headline_;
    QLabel *name_;
    QLabel *said_;
    QLabel *content_;
    QLabel *image_;
    QLabel *time_;
    QLineEdit *path_;
    QWidget *facts_;
    SumLine *contentSum_;
    SumLine *imageSum_;
    Card *troubleCard_;
    ToneLabel *troubleHead_;
    QLabel *troubleNames_;
    QPushButton *without_;
    AccentButton *open_;
    AccentButton *again_;
    QPushButton *show_;
    QPushButton *copySum_;
    QPushButton *another_;
    QPushButton *try_;
    QPushButton *stick_;
    QString disc_;  ///< that boots; empty: it is an image
};

} // namespace cloop::desktop
