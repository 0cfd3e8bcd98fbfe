#include "shared/log/proof.hpp"

#include "shared/log/merkle.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using namespace isoloir::log;

namespace {

crypto::Digest a_leaf(std::uint64_t number)
{
    const std::string text = std::to_string(number);
    return leaf_hash(bytes_of(text));
}

struct ALog {
    Hashes hashes;
    std::vector<crypto::Digest> roots{MerkleTree().root()};  // after so many leaves

    explicit ALog(std::uint64_t leaves)
    {
        MerkleTree tree;
        for (std::uint64_t i = 0; i < leaves; ++i) {
            hashes.append(a_leaf(i));
            tree.append(a_leaf(i));
            roots.push_back(tree.root());
        }
    }
};

/// Every proof that differs from a true one in one hash, or in length.
std::vector<Proof> altered(const Proof& proof)
{
    std::vector<Proof> all;
    for (std::size_t i = 0; i < proof.size(); ++i) {
        all.push_back(proof);
        all.back()[i][31] ^= 1;
    }
    all.push_back(proof);
    all.back().push_back(a_leaf(0));
    if (!proof.empty()) {
        all.push_back(proof);
        all.back().pop_back();
        all.emplace_back(proof.begin() + 1, proof.end());
    }
    return all;
}

}  // namespace

TEST_CASE("every leaf of every tree is shown to be in it, and nowhere else")
{
    const ALog log(300);
    for (std::uint64_t size = 1; size <= 300; size += size < 70 ? 1 : 23)
        for (std::uint64_t index = 0; index < size; ++index) {
            const Proof proof = prove_inclusion(log.hashes, index, size);
            REQUIRE(check_inclusion(a_leaf(index), index, size, proof, log.roots[size]));
            CHECK_FALSE(check_inclusion(a_leaf(index + 1), index, size, proof, log.roots[size]));
            CHECK_FALSE(check_inclusion(a_leaf(index), index + 1, size, proof, log.roots[size]));
            CHECK_FALSE(check_inclusion(a_leaf(index), index, size, proof, log.roots[size - 1]));
            if (size > 40) continue;
            for (const Proof& wrong : altered(proof)) CHECK_FALSE(check_inclusion(a_leaf(index), index, size, wrong, log.roots[size]));
        }
    CHECK_FALSE(check_inclusion(a_leaf(0), 0, 0, {}, log.roots[0]));
}

TEST_CASE("every tree is shown to begin with every earlier one, and with no other")
{
    const ALog log(130);
    for (std::uint64_t size = 0; size <= 130; ++size)
        for (std::uint64_t before = 0; before <= size; ++before) {
            const Proof proof = prove_consistency(log.hashes, before, size);
            REQUIRE(check_consistency(before, log.roots[before], size, log.roots[size], proof));
            if (before == 0 || before == size) continue;
            crypto::Digest other = log.roots[before];
            other[0] ^= 1;
            CHECK_FALSE(check_consistency(before, other, size, log.roots[size], proof));
            CHECK_FALSE(check_consistency(before, log.roots[before], size, other, proof));
            CHECK_FALSE(check_consistency(size, log.roots[size], before, log.roots[before], proof));
            if (size > 20) continue;
            for (const Proof& wrong : altered(proof)) CHECK_FALSE(check_consistency(before, log.roots[before], size, log.roots[size], wrong));
        }
}

TEST_CASE("a log of several levels of tiles gives the roots that its leaves give")
{
    const std::uint64_t leaves = 256 * 256 * 2 + 300;
    const ALog log(leaves);
    for (const std::uint64_t size :
         {std::uint64_t{256}, std::uint64_t{257}, std::uint64_t{65'535}, std::uint64_t{65'536}, std::uint64_t{65'537}, std::uint64_t{131'072}, leaves})
        CHECK(root_of(log.hashes, size) == log.roots[size]);
    CHECK(check_inclusion(a_leaf(70'000), 70'000, leaves, prove_inclusion(log.hashes, 70'000, leaves), log.roots[leaves]));
    CHECK(check_consistency(65'537, log.roots[65'537], leaves, log.roots[leaves], prove_consistency(log.hashes, 65'537, leaves)));

    // A reader of tiles alone comes to the same: a tile's root is a hash of the tile above.
    const Bytes above = log.hashes.tile(1, 0, 256);
    Hashes below;
    const Bytes first = log.hashes.tile(0, 3, 256);
    for (std::size_t i = 0; i < 256; ++i) {
        crypto::Digest hash;
        std::copy_n(first.begin() + static_cast<std::ptrdiff_t>(32 * i), 32, hash.begin());
        below.append(hash);
    }
    CHECK(std::equal(above.begin() + 96, above.begin() + 128, root_of(below, 256).begin()));
    CHECK(log.hashes.tile(2, 0, 2).size() == 64);
    CHECK(log.hashes.tile(0, 513, 44).size() == 44 * 32);
}
