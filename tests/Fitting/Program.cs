using System.CommandLine;
using ServerlessIct.Fitting;

var report = new Report(Console.Out, Console.Error);

var weights = new Option<string>("--weights") { Description = "Which weights: indicators (weights.json), period (period-weights.json) or place (place-weights.json).", DefaultValueFactory = _ => "indicators" };
weights.AcceptOnlyFromAmong("indicators", "period", "place");
var pull = new Option<double>("--pull") { Description = "What moving a weight by its own size costs of the score.", DefaultValueFactory = _ => 0.0004 };
var rowCost = new Option<double>("--row-cost") { Description = "What a row of the tables that holds no more costs of the score.", DefaultValueFactory = _ => 0.002 };
var quick = new Option<bool>("--quick") { Description = "Leaves the fits without one text out." };
var fit = new Command("fit", "Fits weights on the labelled texts and prints them as JSON.") { weights, pull, rowCost, quick };
fit.SetAction(arguments =>
{
    var set = arguments.GetValue(weights) switch { "period" => WeightSet.Period, "place" => WeightSet.Place, _ => WeightSet.Indicators };
    new Fit(TrialTexts.ForFitting(), TrialTexts.RowsThatHold(), set, arguments.GetValue(pull), arguments.GetValue(rowCost), report).Run(leaveOut: !arguments.GetValue(quick));
});

var ablation = new Command("ablation", "Tells what each feature and each ability of the extractor is worth: the score without it.");
ablation.SetAction(_ => new Ablation(TrialTexts.ForFitting(), report).Run());

var heldOut = new Option<bool>("--held-out") { Description = "The texts that nothing is fitted or tried on, in total only." };
var errors = new Option<bool>("--errors") { Description = "What was missed and what was found wrongly, text by text." };
var score = new Command("score", "Scores the texts, each by itself and together.") { heldOut, errors };
score.SetAction(arguments => new ScoreList(report).Run(arguments.GetValue(heldOut), arguments.GetValue(errors)));

return new RootCommand("Fits the weights of the extractor on labelled texts, and tells what its parts are worth.") { fit, ablation, score }.Parse(args).Invoke();
