// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a job of core in a thread; reports progress ten times a second and the end in the window's thread.

#pragma once

#include "base/error.h"
#include "base/progress.h"

#include <QObject>
#include <QTimer>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <new>
#include <thread>

namespace cloop::desktop {

/// Threads: every member is for the thread that created it. The destructor stops running work and waits for it.
class CoreJob final : public QObject {
    Q_OBJECT

public:
    explicit CoreJob(QObject *parent = nullptr);
    ~CoreJob() override;

    /// Runs `work` (stop token, progress sink → result) in another thread, then `done` (result) in this one. Pre: !isRunning().
    template <class Work, class Done> void start(Work work, Done done) {
        begin([work = std::move(work), done = std::move(done)](const LinkPtr &link, const std::stop_token &stop) mutable {
            auto result = guarded(work, stop, sink(link, stop));
            const std::lock_guard lock(link->mutex);
            if (link->job)
                QMetaObject::invokeMethod(link->job, [link, done, result = std::move(result)]() mutable {
                    // Left since then.
                    if (!link->job) return;
                    link->job->end();
                    done(std::move(result));
                });
        });
    }

    bool isRunning() const { return thread_.joinable(); }
    bool isPaused() const { return link_->isPaused; }

    /// Stops the work, which ends as cancelled after its current block.
    void cancel();

    /// Stops the work, and waits but a moment for it: it may hang, as on a network mount that is gone. Then its thread ends by itself, whenever that
    /// is, and reports nothing. Pre: the work owns all that it uses.
    void leave();

    /// Pauses the work at its next progress report.
    void setPaused(bool isPaused);

signals:
    void progressed(const cloop::Progress &progress);

private:
    /// What the thread shares with this object, and keeps when it is left.
    struct Link {
        std::mutex mutex;  ///< guards what follows
        CoreJob *job = nullptr;  ///< null: left
        Progress latest{};
        bool hasNews = false;
        bool isPaused = false;
        bool hasEnded = false;
        std::condition_variable_any changed{};  ///< it goes on, or has ended
    };
    using LinkPtr = std::shared_ptr<Link>;

    /// Turns std::bad_alloc into out_of_memory.
    template <class Work>
    static auto guarded(Work &work, const std::stop_token &stop, const ProgressSink &progress)
        -> std::invoke_result_t<Work, std::stop_token, ProgressSink> {
        try {
            return work(stop, progress);
        } catch (const std::bad_alloc &) {
            return fail(ErrorCode::out_of_memory);
        }
    }

    void begin(std::function<void(const LinkPtr &, const std::stop_token &)> run);
    void end();
    static ProgressSink sink(const LinkPtr &link, const std::stop_token &stop);

    LinkPtr link_;
    QTimer timer_;
    std::jthread thread_;
};

} // namespace cloop::desktop
