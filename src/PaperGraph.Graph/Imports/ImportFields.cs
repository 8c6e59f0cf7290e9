using PaperGraph.Data.Imports;
using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Paging;
using PaperGraph.GraphQL.Building;

namespace PaperGraph.Graph.Imports;

internal static class ImportFields
{
    public static FieldBindings BindImports(this FieldBindings bindings) => bindings
        .Type<Import>("Import")
        .Connection<Edge>("Import")
        .Enum<ImportState>("ImportState")
        .Data("Query.imports", field => Lists.Create(field, Import.Entity, new ListStatement(
            new("import_runs i"),
            new("i.id"),
            Belongs: null,
            Filter: null,
            TotalOrder.Create([OrderTerm.Create<DateTime>("started", "i.started_at", descending: true)], "i.id"))))
        .Type<ImportProblem>("ImportProblem")
        .Connection<Edge>("ImportProblem")
        .Input<ImportProblemFilter>("ImportProblemFilter")
        .Data("ImportProblem.import", field =>
            DirectNodes.One(field, Import.Entity, "import_problems x", "x.id", "x.import_run_id"))
        .Data("Query.importProblems", field => Lists.Create(field, ImportProblem.Entity, new ListStatement(
            new("import_problems q"),
            new("q.id"),
            Belongs: null,
            CompiledFilter.From<ImportProblemFilter>(field),
            [OrderTerm.Create<long>("id", "q.id", descending: true)])));
}
