// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job.h"

#include <QLocale>

namespace cloop::desktop {

void Job::watch() {
    connect(&core_, &CoreJob::progressed, this, [this](const Progress &progress) {
        // A phase may come twice, as reading back and summing do.
        if (!std::exchange(hasProgress_, true) || progress.phase != progress_.phase || progress.done < progress_.done) enter(progress.phase);
        progress_ = progress;
        rate_.add(workSeconds(), progress.done);
        emit changed();
    });
}

std::optional<int> Job::permille() const {
    if (state_ == State::done) return 1000;
    if (!progress_.total || *progress_.total == 0) return std::nullopt;
    const double part = std::min(1.0, static_cast<double>(progress_.done) / static_cast<double>(*progress_.total));
    if (order_.phases.empty()) return static_cast<int>(1000 * part);
    if (phasesBegun_ == 0) return std::nullopt;
    double before = 0, all = 0;
    for (std::size_t phase = 0; phase < order_.phases.size(); ++phase) {
        all += order_.phases[phase].share;
        if (phase + 1 < phasesBegun_) before += order_.phases[phase].share;
    }
    return static_cast<int>(1000 * (before + part * order_.phases[phasesBegun_ - 1].share) / all);
}

QString Job::line() const {
    if (hasEnded()) return outcome_;
    if (state_ == State::waiting) return tr("Waits for the job before it.");
    if (isStopping()) return tr("Stopping…");
    if (isPaused()) return tr("Paused.");
    QStringList parts;
    if (const auto part = permille()) parts << tr("%1 %").arg(QLocale().toString(*part / 10));
    parts << progressText(progress_);
    if (const auto rate = rate_.rate()) parts << tr("%1/s").arg(sizeText(static_cast<std::uint64_t>(*rate)));
    parts << clockText(workSeconds());
    if (const auto rest = secondsLeft()) parts << tr("%1 to go").arg(clockText(*rest));
    return parts.join(QStringLiteral(" · "));
}

void Job::enter(Phase phase) {
    rate_ = {};
    for (std::size_t next = phasesBegun_; next < order_.phases.size(); ++next)
        if (order_.phases[next].phase == phase) {
            phasesBegun_ = next + 1;
            return;
        }
}

std::optional<double> Job::secondsLeft() const {
    const auto ofPhase = progress_.total ? rate_.remaining(*progress_.total) : std::nullopt;
    if (!ofPhase || order_.phases.empty()) return ofPhase;
    if (phasesBegun_ == 0) return std::nullopt;
    double later = 0;
    for (std::size_t next = phasesBegun_; next < order_.phases.size(); ++next) later += order_.phases[next].share;
    // The whole of this phase, by its speed so far, is the measure of the others.
    return *ofPhase + static_cast<double>(*progress_.total) / *rate_.rate() * later / order_.phases[phasesBegun_ - 1].share;
}

std::optional<double> Job::ratio() const {
    if (progress_.phase != Phase::create || progress_.done == 0) return std::nullopt;
    return static_cast<double>(progress_.stored) / static_cast<double>(progress_.done);
}

void Job::start() {
    state_ = State::running;
    clock_.start();
    emit changed();
    // Release the captured data with the work.
    refuse_ = nullptr;
    std::exchange(start_, nullptr)();
}

void Job::cancel() {
    if (state_ == State::waiting) {
        start_ = nullptr;
        std::exchange(refuse_, nullptr)();
    }
    setPaused(false);
    if (state_ != State::running) return;
    isStopping_ = true;
    core_.cancel();
    emit changed();
}

void Job::setPaused(bool isPaused) {
    if (state_ != State::running || isPaused == core_.isPaused()) return;
    if (isPaused) pausedAt_ = clock_.elapsed();
    else pausedFor_ += clock_.elapsed() - pausedAt_;
    core_.setPaused(isPaused);
    emit changed();
    if (isPaused) emit paused();
}

void Job::end(State state, const QString &outcome) {
    endedAfter_ = clock_.isValid() ? clock_.elapsed() : 0;
    endedAt_ = QDateTime::currentDateTime();
    state_ = state;
    details_ = outcome.split(QLatin1Char('\n'));
    outcome_ = details_.takeFirst();
    emit changed();
    emit ended();
}

double Job::workSeconds() const {
    if (!clock_.isValid()) return 0;
    const qint64 until = hasEnded() ? endedAfter_ : isPaused() ? pausedAt_ : clock_.elapsed();
    return static_cast<double>(until - pausedFor_) / 1000;
}

} // namespace cloop::desktop
