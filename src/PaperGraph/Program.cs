using PaperGraph.Commands;
using PaperGraph.Terminals;

var terminal = Terminal.ForThisProcess();
var database = new DatabaseOptions();

var papergraph = new PaperGraphCommand(
    database,
    new ServeCommand(database, terminal),
    new ImportCommand(database, terminal),
    new FollowCommand(database, terminal),
    new FormatsCommand(terminal),
    new StatusCommand(database, terminal),
    new CoverageCommand(database, terminal),
    new ImportsCommand(database, terminal),
    new ProblemsCommand(database, terminal),
    new ConceptsCommand(database, terminal),
    new AnalyzeCommand(database, terminal),
    new MigrateCommand(database, terminal));

return await papergraph.RunAsync(args, terminal);
