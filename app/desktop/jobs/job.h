// SPDX-License-Identifier: GPL-3.0-or-later
// A job in the queue: a row of the jobs panel.

#pragma once

#include "jobs/core_job.h"
#include "jobs/rate_estimator.h"
#include "text/sentences.h"

#include <QElapsedTimer>

namespace cloop::desktop {

/// Made by JobQueue::add(). Threads: the window's.
class Job final : public QObject {
    Q_OBJECT

public:
    enum class State { waiting, running, done, failed, stopped };

    /// `done` gets the result, also if the job never ran (cancelled), and returns the sentence for the row, and further lines for the log only; for
    /// an error, the error's sentence is used.
    template <class Work, class Done> Job(const QString &title, Work work, Done done, QObject *parent) : QObject(parent), title_(title) {
        using Outcome = std::invoke_result_t<Work, std::stop_token, ProgressSink>;
        const auto finish = [this, done](Outcome outcome) {
            const QString sentence = done(outcome);
            if (outcome) end(State::done, sentence);
            else end(outcome.error().code == ErrorCode::cancelled ? State::stopped : State::failed, sentenceOf(outcome.error()));
        };
        start_ = [this, work, finish] { core_.start(work, finish); };
        refuse_ = [finish] { finish(fail(ErrorCode::cancelled)); };
        watch();
    }

    const QString &title() const { return title_; }
    State state() const { return state_; }
    bool hasEnded() const { return state_ >= State::done; }
    bool isPaused() const { return core_.isPaused(); }

    /// The result or the reason of a failure; empty until the job ends.
    const QString &outcome() const { return outcome_; }
    const QStringList &details() const { return details_; }  ///< for the log

    /// Progress in thousandths; none if unknown.
    std::optional<int> permille() const;

    /// "Compressing: 120 of 600 MiB, 45 MiB/s, 0:12, 0:31 to go"; the outcome when it has ended.
    QString line() const;

    /// The file or folder that it creates, to show it when the job is done.
    const QString &output() const { return output_; }
    void setOutput(const QString &path) { output_ = path; }

    const Progress &progress() const { return progress_; }

    void start();
    void cancel();
    void setPaused(bool isPaused);

signals:
    void changed();
    void ended();

private:
    void watch();
    void end(State state, const QString &outcome);
    double workSeconds() const;

    QString title_;
    QString output_;
    State state_ = State::waiting;
    QString outcome_;
    QStringList details_;
    Progress progress_;
    RateEstimator rate_;
    QElapsedTimer clock_;
    qint64 pausedAt_ = 0;   ///< ms on the clock
    qint64 pausedFor_ = 0;  ///< ms
    std::function<void()> start_, refuse_;
    CoreJob core_;
};

} // namespace cloop::desktop
