// SPDX-License-Identifier: GPL-3.0-or-later
// An image whose disc may be changed while its content is served.

#pragma once

#include "image/image_reader.h"

#include <sys/types.h>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace cloop::fuse {

/// The content of an image. It is out of reach after let_go(), or if a read fails and its name leads nowhere or to another disc or mount; until the
/// same image is back, whatever its disc, reads fail with image_away and may be tried again. If it was not let go, they fail with read_failed after
/// 4 s, so that no program hangs for a disc that does not come back.
class ResumableImage final : public ByteSource {
public:
    /// `name`: as for open_image(), absolute, because the image is opened again by it. Errors: those of open_image().
    static Result<std::shared_ptr<ResumableImage>> open(const std::string &name, const ImageReader::Options &options, const std::stop_token &stop);

    /// Closes the image's file as soon as running reads are done. The file is not opened again before it was out of reach or has been replaced,
    /// because its disc may stay in the drive for a while.
    void let_go();
    /// Takes it back although it was there all the time: after let_go() for a disc that was not ejected.
    void take_back();

    std::uint64_t size() const override { return size_; }
    std::uint64_t stored_size() const override { return stored_size_; }
    const std::string &name() const override { return name_; }
    /// Errors: those of ImageReader; image_away; read_failed; out_of_memory, also if there can be no more threads.
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override;
    std::uint64_t lost_until(std::uint64_t offset) const override;

private:
    using Reader = std::shared_ptr<const ImageReader>;
    using Clock = std::chrono::steady_clock;

    /// Where its file lies.
    struct Place {
        dev_t device = 0;
        ino_t inode = 0;
        std::uint64_t disc = 0;  ///< the kernel's number of the disc, another one for each disc put in; 0: unknown

        bool operator==(const Place &) const = default;
        bool is_on_disc_of(const Place &other) const { return device == other.device && disc == other.disc; }
    };

    /// What tells this image from another one.
    struct Marks {
        Head head;
        BlockIndex index;
        std::vector<std::pair<std::size_t, std::uint64_t>> samples;  ///< hashes of some raw blocks
        std::uint64_t file_size = 0;
    };

    ResumableImage(std::string name, const ImageReader::Options &options, const Place &place, Reader reader);

    /// Where `name` leads now. None if nowhere, or to a drive without a disc. No exceptions.
    static std::optional<Place> place_of(const std::string &name);

    /// Errors: image_away, read_failed.
    Result<Reader> reader() const;
    bool is_away() const;
    void take_away() const;
    void look_for_it(const std::stop_token &stop) const;
    Reader open_same(const Marks &marks, const std::stop_token &stop) const;
    bool is_same(const ImageReader &found, const Marks &marks) const;

    const std::string name_;
    const ImageReader::Options options_;
    const std::uint64_t size_, stored_size_;
    const std::uint32_t block_size_;
    std::vector<std::pair<std::size_t, std::uint64_t>> samples_;

    mutable std::mutex mutex_;            ///< guards all below
    mutable Place place_;                 ///< when it was opened
    mutable Reader reader_;               ///< null: out of reach
    mutable Marks marks_;                 ///< while out of reach
    mutable bool waits_ = false;          ///< out of reach by let_go()
    mutable std::optional<Place> left_;   ///< after let_go(): what is not opened as long as it stays there
    mutable Clock::time_point away_since_{};
    mutable std::condition_variable_any pause_;
    mutable std::jthread search_;         ///< looks for it while it is out of reach
};

} // namespace cloop::fuse
