using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kept.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Outbox : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "work_outbox",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    to = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    made = table.Column<string>(type: "TEXT", nullable: false),
                    next = table.Column<string>(type: "TEXT", nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    sent = table.Column<string>(type: "TEXT", nullable: true),
                    parked = table.Column<string>(type: "TEXT", nullable: true),
                    trouble = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_outbox", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_work_outbox_key",
                table: "work_outbox",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_work_outbox_next",
                table: "work_outbox",
                column: "next");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "work_outbox");
        }
    }
}
