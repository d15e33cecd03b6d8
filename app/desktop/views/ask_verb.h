// SPDX-License-Identifier: GPL-3.0-or-later
// A question whose buttons say what they do.

#pragma once

#include <QString>

class QWidget;

namespace cloop::desktop {

class Job;

/// True when one chooses `verb`. `refusal`: the other button, which Esc and Enter choose; empty: "Cancel".
bool chooses(QWidget *parent, const QString &title, const QString &question, const QString &verb, const QString &refusal = {});

/// Whether to stop a job: asked where more than a minute of work would be lost. `seconds`: of work so far.
bool mayStop(QWidget *parent, const QString &title, double seconds);

/// Stops the job, after that question.
void stopJob(QWidget *parent, Job &job);

} // namespace cloop::desktop
