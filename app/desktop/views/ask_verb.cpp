// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/ask_verb.h"

#include "jobs/job.h"
#include "text/sentences.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

namespace cloop::desktop {

namespace {

constexpr double worthAsking = 60;  ///< seconds of work

struct AskVerb {
    Q_DECLARE_TR_FUNCTIONS(AskVerb)
};

} // namespace

bool chooses(QWidget *parent, const QString &title, const QString &question, const QString &verb, const QString &refusal) {
    QMessageBox box(QMessageBox::Question, title, question, QMessageBox::NoButton, parent);
    const QPushButton *yes = box.addButton(verb, QMessageBox::AcceptRole);
    QPushButton *no = box.addButton(refusal.isEmpty() ? AskVerb::tr("Cancel") : refusal, QMessageBox::RejectRole);
    box.setDefaultButton(no);
    box.setEscapeButton(no);
    box.exec();
    return box.clickedButton() == yes;
}

bool mayStop(QWidget *parent, const QString &title, double seconds) {
    if (seconds <= worthAsking) return true;
    return chooses(parent, title, AskVerb::tr("The work of %1 would be lost. Stop it?").arg(clockText(seconds)), AskVerb::tr("Stop"),
                   AskVerb::tr("Go on"));
}

void stopJob(QWidget *parent, Job &job) {
    // While the question stands there, it may end and be removed from the list.
    const QPointer guard(&job);
    // What a check has found stays.
    const bool losesWork = job.kind() != JobKind::check;
    if ((!losesWork || mayStop(parent, job.title(), job.workSeconds())) && guard) guard->cancel();
}

} // namespace cloop::desktop
