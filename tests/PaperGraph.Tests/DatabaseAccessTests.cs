using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using PaperGraph.Data;

namespace PaperGraph.Tests;

/// <summary>Where the database is spoken to, and who makes rows of it.</summary>
public sealed partial class DatabaseAccessTests
{
    // The private server makes the database itself.
    private static readonly string[] MayWriteSql = ["PaperGraph.Data", "PaperGraph.Graph", "PaperGraph.Postgres"];

    // What a stage has seen, by what an analysis was made, and which institutions are stated are values that they hand over to be stored.
    private static readonly string[] MadeByStages = ["NameRecordRow", "StageState", "AnalysisRun", "CodePromise", "Institution"];

    [Fact]
    public void SQL_is_written_in_Data_and_Graph_alone()
    {
        var others =
            from folder in Directory.EnumerateDirectories(RepositoryRoot.Combine("src"))
            where !MayWriteSql.Contains(Path.GetFileName(folder))
            from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            where SaysSql().IsMatch(File.ReadAllText(file))
            select Path.GetRelativePath(folder, file);

        others.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("await using var command = dataSource.CreateCommand(\"x\");")]
    [InlineData("new NpgsqlCommand(sql, connection)")]
    [InlineData("context.Database.ExecuteSqlAsync($\"x\")")]
    [InlineData("context.Papers.FromSql($\"x\")")]
    [InlineData("const string Sql = \"select id from papers\";")]
    public void What_says_SQL_is_seen(string code) => SaysSql().IsMatch(code).ShouldBeTrue();

    [Fact]
    public void Entities_are_constructed_in_Data_alone_but_for_those_that_stages_hand_over()
    {
        using var dataSource = DataSources.Create("Host=localhost");
        using var context = dataSource.CreateContext();
        var entities = context.Model.GetEntityTypes().Select(entity => entity.ClrType).ToDictionary(type => type.FullName!);

        var constructed =
            from file in Directory.EnumerateFiles(AppContext.BaseDirectory, "PaperGraph*.dll")
            let assembly = Path.GetFileNameWithoutExtension(file)
            where !assembly.EndsWith("Tests", StringComparison.Ordinal) && assembly != "PaperGraph.Data"
            from type in ConstructedTypes(file)
            where entities.ContainsKey(type)
            select $"{assembly} {entities[type].Name}";

        constructed.Distinct().ShouldBe(MadeByStages.Select(name => $"PaperGraph.Ingest {name}"), ignoreOrder: true);
    }

    private static List<string> ConstructedTypes(string file)
    {
        using var portable = new PEReader(File.OpenRead(file));
        var metadata = portable.GetMetadataReader();
        var types = new List<string>();
        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (member.Parent.Kind != HandleKind.TypeReference || !metadata.StringComparer.Equals(member.Name, ".ctor")) continue;
            var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
            types.Add($"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}");
        }
        return types;
    }

    [GeneratedRegex(
        """\bNpgsql(Batch)?Command\b|\bCreateCommand\(|\b(ExecuteSql|FromSql|SqlQuery)\w*[(<]|"\s*(select\s.+\sfrom|insert into|update \w+ set|delete from)\s""")]
    private static partial Regex SaysSql();
}
