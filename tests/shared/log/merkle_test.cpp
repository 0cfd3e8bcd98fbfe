#include "shared/log/merkle.hpp"

#include <span>

#include <rapidcheck.h>

#include "shared/base/encoding.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using log::leaf_hash;
using log::MerkleTree;

namespace {

/// MTH of RFC 6962 section 2.1, word for word.
crypto::Digest tree_hash(std::span<const crypto::Digest> leaves)
{
    if (leaves.empty()) return crypto::sha256(ByteSpan{});
    if (leaves.size() == 1) return leaves[0];
    std::size_t k = 1;
    while (k * 2 < leaves.size()) k *= 2;
    return log::node_hash(tree_hash(leaves.first(k)), tree_hash(leaves.subspan(k)));
}

}  // namespace

TEST_CASE("the roots are those of Certificate Transparency's reference tree")
{
    // google/certificate-transparency, merkletree tests: the roots after 0 to 8 of these leaves
    const char* const leaves[] = {"", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
    const char* const roots[] = {
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
    MerkleTree tree;
    CHECK(to_hex(tree.root()) == roots[0]);
    for (std::size_t i = 0; i < std::size(leaves); ++i) {
        tree.append(leaf_hash(from_hex(leaves[i]).value()));
        CHECK(tree.size() == i + 1);
        CHECK(to_hex(tree.root()) == roots[i + 1]);
    }
}

TEST_CASE("the frontier's root is the recursive definition's, at every size")
{
    MerkleTree tree;
    std::vector<crypto::Digest> leaves;
    for (std::uint8_t i = 0; i < 200; ++i) {
        leaves.push_back(leaf_hash(Bytes{i}));
        tree.append(leaves.back());
        REQUIRE(tree.root() == tree_hash(leaves));
    }
    CHECK(rc::check([](const std::vector<Bytes>& contents) {
        MerkleTree grown;
        std::vector<crypto::Digest> hashes;
        for (const Bytes& content : contents) {
            hashes.push_back(leaf_hash(content));
            grown.append(hashes.back());
        }
        RC_ASSERT(grown.root() == tree_hash(hashes));
    }));
}

TEST_CASE("a leaf cannot pass for a node, nor two leaves change places")
{
    const auto left = leaf_hash(Bytes{1});
    const auto right = leaf_hash(Bytes{2});
    Bytes both(left.begin(), left.end());
    both.insert(both.end(), right.begin(), right.end());
    CHECK(leaf_hash(both) != log::node_hash(left, right));
    CHECK(log::node_hash(left, right) != log::node_hash(right, left));
}
