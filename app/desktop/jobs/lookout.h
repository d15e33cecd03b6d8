// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at files and folders beside the window, because a network mount that is gone never answers.

#pragma once

#include <QObject>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>

namespace cloop::desktop {

/// Threads: every member is for the thread that created it. The destructor does not wait for what is still looking, which then reports
/// nothing.
class Lookout final : public QObject {
    Q_OBJECT

public:
    explicit Lookout(QObject *parent = nullptr);
    ~Lookout() override;

    /// Runs `look` (→ finding) in a thread of its own, then `found` (finding) in this one: at once if the finding comes within `patience`, else
    /// whenever it comes. False: there is no thread for it. Pre: `look` owns all that it uses.
    template <class Look, class Found> bool start(Look look, Found found, std::chrono::milliseconds patience = {}) {
        using Finding = std::invoke_result_t<Look>;
        struct Answer {
            std::mutex mutex;  ///< guards what follows
            std::condition_variable isThere;
            std::optional<Finding> finding;
            bool isTaken = false;
        };
        auto answer = std::make_shared<Answer>();
        const auto take = [answer, found] {
            {
                const std::lock_guard lock(answer->mutex);
                if (!answer->finding || std::exchange(answer->isTaken, true)) return;
            }
            found(*answer->finding);
        };
        const bool isLooking = run(
            [answer, look = std::move(look)] {
                Finding finding = look();
                const std::lock_guard lock(answer->mutex);
                answer->finding = std::move(finding);
                answer->isThere.notify_all();
            },
            take);
        if (!isLooking || patience.count() == 0) return isLooking;
        {
            std::unique_lock lock(answer->mutex);
            answer->isThere.wait_for(lock, patience, [&] { return answer->finding.has_value(); });
        }
        take();
        return true;
    }

private:
    struct Link;

    /// `look` in a thread, then `take` in this one.
    bool run(std::function<void()> look, std::function<void()> take);

    std::shared_ptr<Link> link_;
};

} // namespace cloop::desktop
