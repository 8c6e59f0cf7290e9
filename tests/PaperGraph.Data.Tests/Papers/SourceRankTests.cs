using PaperGraph.Data.Papers;

namespace PaperGraph.Data.Tests.Papers;

public sealed class SourceRankTests
{
    [Fact]
    public void The_version_changes_with_the_order_of_sources_and_with_a_new_one()
    {
        SourceRank.VersionOf(["a", "b"]).ShouldBe(SourceRank.VersionOf(["a", "b"]));
        SourceRank.VersionOf(["b", "a"]).ShouldNotBe(SourceRank.VersionOf(["a", "b"]));
        SourceRank.VersionOf(["a", "b", "c"]).ShouldNotBe(SourceRank.VersionOf(["a", "b"]));
        SourceRank.VersionOf([.. SourceRank.WorstFirst]).ShouldBe(SourceRank.Version);
    }
}
