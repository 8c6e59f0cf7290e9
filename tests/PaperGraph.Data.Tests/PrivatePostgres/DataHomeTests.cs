namespace PaperGraph.Data.Tests;

[Trait("Server", "private")]
public sealed class DataHomeTests
{
    [Fact]
    public void Unless_told_otherwise_data_lie_where_their_owner_and_PostgreSQL_can_reach_them()
    {
        var folder = DataHome.Default();

        Path.GetFileName(folder).ShouldBe("papergraph");
        Path.IsPathRooted(folder).ShouldBeTrue();
        if (Environment.IsPrivilegedProcess) UnixMode.FirstClosedAbove(folder).ShouldBeNull();
    }
}
