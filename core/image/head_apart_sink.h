// Head and index in one file, the blocks in another: `cat HEAD BODY` is the image. What create_compressed_fs -S makes.

#pragma once

#include "base/new_file.h"

namespace cloop {

/// For images whose head comes first. Both files get their names together, at commit().
class HeadApartSink final : public FileSink {
public:
    HeadApartSink(NewFile head, NewFile body) : head_(std::move(head)), body_(std::move(body)) {}

    Status write(std::span<const std::byte> bytes) override;
    Status write_zeros(std::uint64_t count) override;
    Status patch(std::uint64_t offset, std::span<const std::byte> bytes) override;
    Result<SourcePtr> read_back() override;
    Status commit() override;

private:
    NewFile head_;
    NewFile body_;
    std::uint64_t boundary_ = 0;  ///< where the blocks begin; 0: nothing was written yet
};

} // namespace cloop
