// SPDX-License-Identifier: GPL-3.0-or-later
// One thing that was asked for and takes its time: a row of the jobs.

#pragma once

#include "jobs/core_job.h"
#include "jobs/rate_estimator.h"
#include "text/sentences.h"

#include <QDateTime>
#include <QElapsedTimer>

namespace cloop::desktop {

enum class JobKind { build, check, extract, exportContent, sum };

/// What a job takes of the machine: a build has all processors, and no other build works beside it; what only reads an image may.
enum class Needs { reading, building };
constexpr Needs needsOf(JobKind kind) { return kind == JobKind::build ? Needs::building : Needs::reading; }

/// A phase that a job will come to, and how long it takes compared with its others.
struct PhaseShare {
    Phase phase = Phase::read;
    double share = 0;
};

/// What is told of a job before it begins.
struct JobOrder {
    QString title;          ///< what its row says
    JobKind kind = JobKind::extract;
    QString output{};       ///< the file or folder that it makes; so that it can be shown when it is done
    QStringList facts{};    ///< for the log, when it begins
    std::vector<PhaseShare> phases{};  ///< those whose progress and time are told together, in their order; none: each by itself
};

/// Made by JobQueue::add(). Threads: the window's.
class Job final : public QObject {
    Q_OBJECT

public:
    enum class State { waiting, running, done, failed, stopped };

    /// `done` gets the result, also where the job never ran (cancelled), and gives the sentence that stays in the row, and further lines for
    /// the log alone; for an error the error's own sentence is taken.
    template <class Work, class Done> Job(JobOrder order, Work work, Done done, QObject *parent) : QObject(parent), order_(std::move(order)) {
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

    const QString &title() const { return order_.title; }
    JobKind kind() const { return order_.kind; }
    const QStringList &facts() const { return order_.facts; }
    State state() const { return state_; }
    bool hasEnded() const { return state_ >= State::done; }
    bool isPaused() const { return core_.isPaused(); }
    bool isWorking() const { return state_ == State::running && !isPaused(); }
    bool isStopping() const { return isStopping_ && !hasEnded(); }  ///< was told to stop, and has not yet

    /// The result or the reason of a failure; empty until the job ends.
    const QString &outcome() const { return outcome_; }
    const QStringList &details() const { return details_; }  ///< for the log

    /// Progress in thousandths, of all phases where their shares are known, so that it only grows; none if unknown.
    std::optional<int> permille() const;

    /// Seconds of work, without pauses and without waiting; stands still when it has ended.
    double workSeconds() const;
    std::optional<double> rate() const { return rate_.rate(); }  ///< bytes of content in a second; none before enough was seen
    /// Of the phase that it is in and those behind it. None before enough was seen, and before the first phase that was told of.
    std::optional<double> secondsLeft() const;
    std::optional<double> ratio() const;                         ///< stored bytes for each of content so far; while it compresses
    const QDateTime &endedAt() const { return endedAt_; }        ///< null before

    /// "16 % · Compressing: 120 MiB of 600 MiB · 45 MiB/s · 0:12 · 0:31 to go"; its outcome once it has ended.
    QString line() const;

    const QString &output() const { return order_.output; }

    const Progress &progress() const { return progress_; }

    void start();
    void cancel();
    void setPaused(bool isPaused);

signals:
    void changed();
    void paused();  ///< held, so that another may work
    void ended();

private:
    void watch();
    void enter(Phase phase);
    void end(State state, const QString &outcome);

    JobOrder order_;
    State state_ = State::waiting;
    bool isStopping_ = false;
    QString outcome_;
    QStringList details_;
    Progress progress_;
    bool hasProgress_ = false;
    std::size_t phasesBegun_ = 0;  ///< of those in the order
    RateEstimator rate_;
    QElapsedTimer clock_;
    qint64 pausedAt_ = 0;   ///< ms on the clock
    qint64 pausedFor_ = 0;  ///< ms
    qint64 endedAfter_ = 0; ///< ms on the clock
    QDateTime endedAt_;
    std::function<void()> start_, refuse_;
    CoreJob core_;
};

} // namespace cloop::desktop
