using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Awards.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Applications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Fields",
                table: "SingleProjects",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<Guid>(
                name: "ApplicationId",
                table: "Invitations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MemberRight",
                table: "Invitations",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Fields",
                table: "EntryProjects",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string>(
                name: "Contribution",
                table: "Entries",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Embedding",
                table: "Entries",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Files",
                table: "Entries",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string>(
                name: "Focus",
                table: "Entries",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Novelty",
                table: "Entries",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Participants",
                table: "Entries",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "ThirdParties",
                table: "Entries",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Files",
                table: "Applications",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string>(
                name: "Participants",
                table: "Applications",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<DateTime>(
                name: "PresentedAt",
                table: "Applications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PresentedBy",
                table: "Applications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReturnReason",
                table: "Applications",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ReturnedAt",
                table: "Applications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReturnedBy",
                table: "Applications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TextPages",
                table: "Applications",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Texts_ContactPhone",
                table: "Applications",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Texts_Contribution",
                table: "Applications",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Texts_Embedding",
                table: "Applications",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Texts_Focus",
                table: "Applications",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Texts_Novelty",
                table: "Applications",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Texts_ThirdParties",
                table: "Applications",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "Affiliations",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SettledAt",
                table: "Affiliations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SettledBy",
                table: "Affiliations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Standing",
                table: "Affiliations",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Stated");

            migrationBuilder.CreateTable(
                name: "ApplicationChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: false),
                    After = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApplicationChanges_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ApplicationReminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Days = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationReminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApplicationReminders_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ApplicationReminders_AspNetUsers_PersonId",
                        column: x => x.PersonId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LettersOfIntent",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicantName = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    Type = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    ContactName = table.Column<string>(type: "TEXT", nullable: false),
                    ContactMail = table.Column<string>(type: "TEXT", nullable: false),
                    Plan = table.Column<string>(type: "TEXT", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SubmittedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LettersOfIntent", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LettersOfIntent_AspNetUsers_SubmittedBy",
                        column: x => x.SubmittedBy,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LettersOfIntent_Calls_CallId",
                        column: x => x.CallId,
                        principalTable: "Calls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LettersOfIntent_Municipalities_MunicipalityId",
                        column: x => x.MunicipalityId,
                        principalTable: "Municipalities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Submissions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    ContentHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Submissions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Submissions_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_ApplicationId",
                table: "Invitations",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_Affiliations_SettledBy",
                table: "Affiliations",
                column: "SettledBy");

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationChanges_ApplicationId_At",
                table: "ApplicationChanges",
                columns: new[] { "ApplicationId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationReminders_ApplicationId_PersonId_Days",
                table: "ApplicationReminders",
                columns: new[] { "ApplicationId", "PersonId", "Days" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationReminders_PersonId",
                table: "ApplicationReminders",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_LettersOfIntent_CallId_MunicipalityId",
                table: "LettersOfIntent",
                columns: new[] { "CallId", "MunicipalityId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LettersOfIntent_MunicipalityId",
                table: "LettersOfIntent",
                column: "MunicipalityId");

            migrationBuilder.CreateIndex(
                name: "IX_LettersOfIntent_SubmittedBy",
                table: "LettersOfIntent",
                column: "SubmittedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_ApplicationId_Number",
                table: "Submissions",
                columns: new[] { "ApplicationId", "Number" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Affiliations_AspNetUsers_SettledBy",
                table: "Affiliations",
                column: "SettledBy",
                principalTable: "AspNetUsers",
                principalColumn: "Id");

            migrationBuilder.AddForeignKey(
                name: "FK_Invitations_Applications_ApplicationId",
                table: "Invitations",
                column: "ApplicationId",
                principalTable: "Applications",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Affiliations_AspNetUsers_SettledBy",
                table: "Affiliations");

            migrationBuilder.DropForeignKey(
                name: "FK_Invitations_Applications_ApplicationId",
                table: "Invitations");

            migrationBuilder.DropTable(
                name: "ApplicationChanges");

            migrationBuilder.DropTable(
                name: "ApplicationReminders");

            migrationBuilder.DropTable(
                name: "LettersOfIntent");

            migrationBuilder.DropTable(
                name: "Submissions");

            migrationBuilder.DropIndex(
                name: "IX_Invitations_ApplicationId",
                table: "Invitations");

            migrationBuilder.DropIndex(
                name: "IX_Affiliations_SettledBy",
                table: "Affiliations");

            migrationBuilder.DropColumn(
                name: "Fields",
                table: "SingleProjects");

            migrationBuilder.DropColumn(
                name: "ApplicationId",
                table: "Invitations");

            migrationBuilder.DropColumn(
                name: "MemberRight",
                table: "Invitations");

            migrationBuilder.DropColumn(
                name: "Fields",
                table: "EntryProjects");

            migrationBuilder.DropColumn(
                name: "Contribution",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "Embedding",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "Files",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "Focus",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "Novelty",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "Participants",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "ThirdParties",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "Files",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "Participants",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "PresentedAt",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "PresentedBy",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "ReturnReason",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "ReturnedAt",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "ReturnedBy",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "TextPages",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "Texts_ContactPhone",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "Texts_Contribution",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "Texts_Embedding",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "Texts_Focus",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "Texts_Novelty",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "Texts_ThirdParties",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "Affiliations");

            migrationBuilder.DropColumn(
                name: "SettledAt",
                table: "Affiliations");

            migrationBuilder.DropColumn(
                name: "SettledBy",
                table: "Affiliations");

            migrationBuilder.DropColumn(
                name: "Standing",
                table: "Affiliations");
        }
    }
}
